/**
 * Countries and regions with a law of their own, one a line: ISO 3166-1 code, names, adjectives, names in Chinese.
 * Chinese is in simplified characters; names that Hong Kong and Taiwan write otherwise stand beside.
 */
export const countries = `
AD|Andorra||安道尔
AE|United Arab Emirates; UAE; U.A.E.|Emirati|阿拉伯联合酋长国; 阿拉伯联合大公国; 阿联酋
AF|Afghanistan||阿富汗
AG|Antigua and Barbuda; Antigua||安提瓜和巴布达; 安地卡及巴布达
AI|Anguilla||安圭拉; 安奎拉
AL|Albania|Albanian|阿尔巴尼亚
AM|Armenia|Armenian|亚美尼亚
AO|Angola||安哥拉
AR|Argentina; Argentine Republic|Argentine; Argentinian|阿根廷
AS|American Samoa||美属萨摩亚
AT|Austria; Republic of Austria|Austrian|奥地利
AU|Australia; Commonwealth of Australia|Australian|澳大利亚; 澳洲; 澳大利亚联邦
AW|Aruba||阿鲁巴; 荷属阿鲁巴
AZ|Azerbaijan|Azerbaijani|阿塞拜疆; 亚塞拜然; 亚塞拜疆
BA|Bosnia and Herzegovina; Bosnia||波斯尼亚和黑塞哥维那; 波士尼亚与赫塞哥维纳
BB|Barbados|Barbadian|巴巴多斯; 巴贝多
BD|Bangladesh|Bangladeshi|孟加拉国; 孟加拉
BE|Belgium; Kingdom of Belgium|Belgian|比利时; 比利時; 比利时王国
BF|Burkina Faso||布基纳法索; 布吉纳法索
BG|Bulgaria|Bulgarian|保加利亚
BH|Bahrain|Bahraini|巴林
BI|Burundi||布隆迪; 蒲隆地
BJ|Benin||贝宁; 贝南
BM|Bermuda|Bermudian|百慕大; 百慕达
BN|Brunei; Brunei Darussalam||文莱; 汶莱
BO|Bolivia|Bolivian|玻利维亚
BR|Brazil; Federative Republic of Brazil; Brasil|Brazilian|巴西
BS|Bahamas; The Bahamas; Commonwealth of the Bahamas|Bahamian|巴哈马
BT|Bhutan||不丹
BW|Botswana||博茨瓦纳; 波札那
BY|Belarus|Belarusian|白俄罗斯
BZ|Belize|Belizean|伯利兹; 贝里斯
CA|Canada; Dominion of Canada|Canadian|加拿大
CD|Democratic Republic of the Congo; Democratic Republic of Congo; DRC||刚果金; 剛果金夏沙
CF|Central African Republic||中非共和国
CG|Republic of the Congo; Congo||刚果布; 剛果布拉萨
CH|Switzerland; Swiss Confederation|Swiss|瑞士; 瑞士联邦
CI|Côte d'Ivoire; Cote d'Ivoire; Ivory Coast||科特迪瓦; 象牙海岸
CK|Cook Islands||库克群岛
CL|Chile; Republic of Chile|Chilean|智利
CM|Cameroon||喀麦隆
CN|China; People's Republic of China; Peoples Republic of China; Peoples' Republic of China; P. R. China; P.R. China; PR China; PRC; P.R.C.; P. R. C.; Mainland China; Mainland of China; China Mainland; mainland of the People's Republic of China; Mainland|Chinese|中国; 中华人民共和国; 中国大陆; 中国内地; 内地; 大陆; 祖国大陆; 我国
CO|Colombia; Republic of Colombia|Colombian|哥伦比亚
CR|Costa Rica|Costa Rican|哥斯达黎加; 哥斯大黎加
CU|Cuba|Cuban|古巴
CV|Cape Verde; Cabo Verde||佛得角; 维德角
CW|Curaçao; Curacao||库拉索
CY|Cyprus; Republic of Cyprus|Cypriot|塞浦路斯; 赛普勒斯
CZ|Czechia; Czech Republic|Czech|捷克; 捷克共和国
DE|Germany; Federal Republic of Germany; FRG|German|德国; 德意志联邦共和国
DJ|Djibouti||吉布提; 吉布地
DK|Denmark; Kingdom of Denmark|Danish|丹麦
DM|Dominica||多米尼克
DO|Dominican Republic||多米尼加共和国; 多明尼加共和国
DZ|Algeria|Algerian|阿尔及利亚
EC|Ecuador|Ecuadorian|厄瓜多尔; 厄瓜多
EE|Estonia|Estonian|爱沙尼亚
EG|Egypt; Arab Republic of Egypt|Egyptian|埃及
ER|Eritrea||厄立特里亚; 厄利垂亚
ES|Spain; Kingdom of Spain|Spanish|西班牙
ET|Ethiopia|Ethiopian|埃塞俄比亚; 衣索比亚
FI|Finland|Finnish|芬兰
FJ|Fiji|Fijian|斐济
FK|Falkland Islands||福克兰群岛
FM|Micronesia; Federated States of Micronesia||密克罗尼西亚
FO|Faroe Islands||法罗群岛
FR|France; French Republic|French|法国; 法兰西共和国
GA|Gabon||加蓬; 加彭
GB|United Kingdom; UK; U.K.; Great Britain; United Kingdom of Great Britain and Northern Ireland; England and Wales; England & Wales; England/Wales; England, Wales; England; Wales; Britain|English; British|英国; 英格兰和威尔士; 英格兰及威尔士; 英格兰与威尔士; 英格兰; 威尔士; 大不列颠; 联合王国; 大不列颠及北爱尔兰联合王国
GD|Grenada||格林纳达; 格瑞那达
GE|Republic of Georgia; country of Georgia|Georgian|格鲁吉亚; 乔治亚; 佐治亚国
GF|French Guiana||法属圭亚那
GG|Guernsey||根西岛; 根息
GH|Ghana|Ghanaian|加纳; 迦纳
GI|Gibraltar||直布罗陀
GL|Greenland||格陵兰
GM|Gambia; The Gambia||冈比亚; 甘比亚
GN|Guinea||几内亚; 几內亚
GP|Guadeloupe||瓜德罗普; 瓜地洛普
GQ|Equatorial Guinea||赤道几内亚; 赤道几內亚
GR|Greece; Hellenic Republic|Greek|希腊
GT|Guatemala|Guatemalan|危地马拉; 瓜地马拉
GU|Guam||关岛
GW|Guinea-Bissau||几内亚比绍; 几內亚比索; 几內亚比绍
GY|Guyana|Guyanese|圭亚那; 盖亚那
HK|Hong Kong; Hongkong; HK; H.K.; HKSAR; HK SAR; Hong Kong SAR; Hong Kong S.A.R.; Hong Kong Special Administrative Region; Hong Kong Special Administration Region; Special Administrative Region of Hong Kong||香港特别行政区; 中国香港; 香港; 香港特区; 中华人民共和国香港特别行政区
HN|Honduras|Honduran|洪都拉斯; 宏都拉斯
HR|Croatia|Croatian|克罗地亚; 克罗埃西亚
HT|Haiti||海地
HU|Hungary|Hungarian|匈牙利
ID|Indonesia; Republic of Indonesia|Indonesian|印度尼西亚; 印尼
IE|Ireland; Republic of Ireland; Eire|Irish|爱尔兰; 爱尔兰共和国
IL|Israel; State of Israel|Israeli|以色列
IM|Isle of Man|Manx|马恩岛; 曼岛
IN|India; Republic of India; Union of India|Indian|印度; 印度共和国
IQ|Iraq|Iraqi|伊拉克
IR|Iran; Islamic Republic of Iran|Iranian|伊朗
IS|Iceland|Icelandic|冰岛
IT|Italy; Italian Republic; Republic of Italy|Italian|意大利; 义大利
JE|Jersey||泽西岛
JM|Jamaica|Jamaican|牙买加
JO|Jordan; Hashemite Kingdom of Jordan|Jordanian|约旦
JP|Japan|Japanese|日本; 日本国
KE|Kenya|Kenyan|肯尼亚; 肯亚
KG|Kyrgyzstan; Kyrgyz Republic||吉尔吉斯斯坦; 吉尔吉斯
KH|Cambodia; Kingdom of Cambodia|Cambodian|柬埔寨
KI|Kiribati||基里巴斯; 吉里巴斯
KM|Comoros||科摩罗; 葛摩
KN|St. Kitts and Nevis; Saint Kitts and Nevis||圣基茨和尼维斯; 圣克里斯多福及尼维斯
KP|North Korea; Democratic People's Republic of Korea; DPRK||朝鲜; 北韩
KR|South Korea; Republic of Korea; Korea; R.O.K.; ROK|Korean; South Korean|韩国; 南韩; 大韩民国
KW|Kuwait|Kuwaiti|科威特
KY|Cayman Islands; Cayman; the Caymans|Caymanian|开曼群岛; 开曼
KZ|Kazakhstan|Kazakh|哈萨克斯坦; 哈萨克
LA|Laos; Lao People's Democratic Republic; Lao PDR|Laotian|老挝; 寮国
LB|Lebanon|Lebanese|黎巴嫩
LC|St. Lucia; Saint Lucia||圣卢西亚; 圣露西亚
LI|Liechtenstein; Principality of Liechtenstein||列支敦士登; 列支敦斯登
LK|Sri Lanka|Sri Lankan|斯里兰卡
LR|Liberia|Liberian|利比里亚; 赖比瑞亚
LS|Lesotho||莱索托; 赖索托
LT|Lithuania|Lithuanian|立陶宛
LU|Luxembourg; Grand Duchy of Luxembourg; Grand-Duchy of Luxembourg; Luxemburg|Luxembourgish|卢森堡
LV|Latvia|Latvian|拉脱维亚
LY|Libya||利比亚
MA|Morocco; Kingdom of Morocco|Moroccan|摩洛哥
MC|Monaco; Principality of Monaco||摩纳哥
MD|Moldova|Moldovan|摩尔多瓦
ME|Montenegro||黑山; 蒙特內哥罗
MG|Madagascar|Malagasy|马达加斯加
MH|Marshall Islands; Republic of the Marshall Islands|Marshallese|马绍尔群岛
MK|North Macedonia; Macedonia||北马其顿
ML|Mali||马里; 马利
MM|Myanmar; Burma|Burmese|缅甸
MN|Mongolia|Mongolian|蒙古
MO|Macao; Macau; Macao SAR; Macau SAR; MSAR; Macao Special Administrative Region; Macau Special Administrative Region|Macanese|澳门特别行政区; 澳门; 中国澳门; 澳门特区; 中华人民共和国澳门特别行政区
MP|Northern Mariana Islands||北马里亚纳群岛; 北马利安纳群岛
MQ|Martinique||马提尼克; 马丁尼克
MR|Mauritania||毛里塔尼亚; 茅利塔尼亚
MS|Montserrat||蒙特塞拉特; 蒙哲腊
MT|Malta|Maltese|马耳他; 马尔他
MU|Mauritius|Mauritian|毛里求斯; 模里西斯; 毛里裘斯
MV|Maldives||马尔代夫; 马尔地夫
MW|Malawi||马拉维; 马拉威
MX|Mexico; United Mexican States|Mexican|墨西哥
MY|Malaysia; Federation of Malaysia|Malaysian|马来西亚
MZ|Mozambique||莫桑比克; 莫三比克
NA|Namibia|Namibian|纳米比亚
NC|New Caledonia||新喀里多尼亚
NE|Niger||尼日尔; 尼日
NG|Nigeria; Federal Republic of Nigeria|Nigerian|尼日利亚; 奈及利亚
NI|Nicaragua||尼加拉瓜
NL|Netherlands; The Netherlands; Kingdom of the Netherlands; Holland|Dutch|荷兰; 荷兰王国
NO|Norway; Kingdom of Norway|Norwegian|挪威
NP|Nepal|Nepalese|尼泊尔
NR|Nauru||瑙鲁; 诺鲁
NU|Niue||纽埃; 纽埃岛
NZ|New Zealand|New Zealand|新西兰; 纽西兰
OM|Oman; Sultanate of Oman|Omani|阿曼
PA|Panama; Republic of Panama|Panamanian|巴拿马
PE|Peru|Peruvian|秘鲁
PF|French Polynesia||法属波利尼西亚; 法属玻里尼西亚
PG|Papua New Guinea; Independent State of Papua New Guinea||巴布亚新几内亚; 巴布亚纽几內亚; 巴布亚新畿內亚
PH|Philippines; Republic of the Philippines|Philippine; Filipino|菲律宾
PK|Pakistan; Islamic Republic of Pakistan|Pakistani|巴基斯坦
PL|Poland; Republic of Poland|Polish|波兰
PM|St. Pierre and Miquelon; Saint Pierre and Miquelon||圣皮埃尔和密克隆群岛; 圣皮埃与密克隆群岛
PR|Puerto Rico; Commonwealth of Puerto Rico|Puerto Rican|波多黎各
PS|Palestine||巴勒斯坦领土; 巴勒斯坦自治区
PT|Portugal; Portuguese Republic|Portuguese|葡萄牙
PW|Palau||帕劳; 帛琉
PY|Paraguay|Paraguayan|巴拉圭
QA|Qatar; State of Qatar|Qatari|卡塔尔; 卡达
RE|Réunion; Reunion||留尼汪; 留尼旺
RO|Romania|Romanian|罗马尼亚
RS|Serbia|Serbian|塞尔维亚
RU|Russia; Russian Federation|Russian|俄罗斯; 俄罗斯联邦
RW|Rwanda|Rwandan|卢旺达; 卢安达
SA|Saudi Arabia; Kingdom of Saudi Arabia; KSA|Saudi; Saudi Arabian|沙特阿拉伯; 沙乌地阿拉伯; 沙地阿拉伯; 沙特
SB|Solomon Islands||所罗门群岛; 索罗门群岛
SC|Seychelles; Republic of Seychelles||塞舌尔; 塞席尔
SD|Sudan||苏丹
SE|Sweden; Kingdom of Sweden|Swedish|瑞典; 瑞典王国
SG|Singapore; Republic of Singapore|Singaporean|新加坡; 新加坡共和国
SH|St. Helena; Saint Helena||圣赫勒拿; 圣赫勒拿岛
SI|Slovenia|Slovenian|斯洛文尼亚; 斯洛维尼亚
SK|Slovakia; Slovak Republic|Slovak|斯洛伐克
SL|Sierra Leone||塞拉利昂; 獅子山
SM|San Marino||圣马力诺; 圣马利诺
SN|Senegal||塞内加尔; 塞內加尔
SO|Somalia||索马里; 索马利亚
SR|Suriname||苏里南; 苏利南
SS|South Sudan||南苏丹
ST|São Tomé and Príncipe; Sao Tome and Principe||圣多美和普林西比; 圣多美普林西比
SV|El Salvador|Salvadoran|萨尔瓦多
SX|Sint Maarten; St. Maarten||荷属圣马丁
SY|Syria|Syrian|叙利亚
SZ|Eswatini; Swaziland||斯威士兰; 史瓦帝尼
TC|Turks and Caicos Islands; Turks and Caicos||特克斯和凯科斯群岛; 土克斯及开科斯群岛
TD|Chad||乍得; 查德
TG|Togo||多哥
TH|Thailand; Kingdom of Thailand|Thai|泰国; 泰王国
TJ|Tajikistan||塔吉克斯坦; 塔吉克
TL|Timor-Leste; East Timor||东帝汶
TM|Turkmenistan||土库曼斯坦; 土库曼
TN|Tunisia|Tunisian|突尼斯; 突尼西亚
TO|Tonga||汤加; 东加
TR|Türkiye; Turkey; Republic of Turkey|Turkish|土耳其
TT|Trinidad and Tobago||特立尼达和多巴哥; 千里达及托巴哥; 千里达和多巴哥
TV|Tuvalu||图瓦卢; 吐瓦鲁
TW|Taiwan; Taiwan R.O.C.; Taiwan, R.O.C.; Taiwan ROC; Republic of China; R.O.C.; ROC; Republic of China (Taiwan); Taiwan, Republic of China; Taiwan Region; Taiwan Area|Taiwanese|台湾; 中国台湾; 台湾地区; 中国台湾地区; 中华民国; 台湾省
TZ|Tanzania|Tanzanian|坦桑尼亚; 坦尚尼亚
UA|Ukraine|Ukrainian|乌克兰
UG|Uganda|Ugandan|乌干达
US|United States; United States of America; USA; U.S.A.; U.S.; US; United State of America|American|美国; 美利坚合众国; 美利坚
UY|Uruguay|Uruguayan|乌拉圭
UZ|Uzbekistan|Uzbek|乌兹别克斯坦; 乌兹别克
VA|Vatican City; Holy See||梵蒂冈
VC|St. Vincent and Grenadines; Saint Vincent and Grenadines; Saint Vincent and the Grenadines; St. Vincent and the Grenadines||圣文森特和格林纳丁斯; 圣文森及格瑞那丁
VE|Venezuela; Bolivarian Republic of Venezuela|Venezuelan|委内瑞拉; 委內瑞拉
VG|British Virgin Islands; BVI; B.V.I.; Territory of the British Virgin Islands; Virgin Islands (British)||英属维尔京群岛; 英属维京群岛; 英属处女群岛; BVI
VI|U.S. Virgin Islands; United States Virgin Islands; US Virgin Islands; Virgin Islands of the United States||美属维尔京群岛; 美属维京群岛
VN|Vietnam; Viet Nam; Socialist Republic of Vietnam|Vietnamese|越南; 越南社会主义共和国
VU|Vanuatu||瓦努阿图; 萬那杜
WS|Samoa||萨摩亚
YE|Yemen||也门; 叶门
ZA|South Africa; Republic of South Africa|South African|南非
ZM|Zambia|Zambian|赞比亚; 尚比亚
ZW|Zimbabwe|Zimbabwean|津巴布韦; 辛巴威
`
