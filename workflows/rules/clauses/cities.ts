/** Places where arbitrations have their seat, one a line: as a filing names them, English names, Chinese names. */
export const cities = `
SHENZHEN|Shenzhen; Qianhai|深圳; 前海
HONG_KONG|Hong Kong; Hongkong; HKSAR; Kowloon|香港; 九龙
GUANGZHOU|Guangzhou; Canton|广州
BEIJING|Beijing; Peking|北京
SHANGHAI|Shanghai|上海
SINGAPORE|Singapore|新加坡
LONDON|London|伦敦
MACAO|Macao; Macau|澳门
TAIPEI|Taipei|台北
ZHUHAI|Zhuhai; Hengqin|珠海; 横琴
DONGGUAN|Dongguan|东莞
FOSHAN|Foshan|佛山
HUIZHOU|Huizhou|惠州
ZHONGSHAN|Zhongshan|中山
JIANGMEN|Jiangmen|江门
ZHAOQING|Zhaoqing|肇庆
HANGZHOU|Hangzhou|杭州
NANJING|Nanjing|南京
SUZHOU|Suzhou|苏州
CHENGDU|Chengdu|成都
CHONGQING|Chongqing|重庆
TIANJIN|Tianjin|天津
QINGDAO|Qingdao|青岛
WUHAN|Wuhan|武汉
XIAMEN|Xiamen|厦门
HAIKOU|Haikou|海口
PARIS|Paris|巴黎
GENEVA|Geneva|日内瓦
ZURICH|Zurich; Zürich|苏黎世
STOCKHOLM|Stockholm|斯德哥尔摩
VIENNA|Vienna|维也纳
FRANKFURT|Frankfurt; Frankfurt am Main|法兰克福
HAMBURG|Hamburg|汉堡
MUNICH|Munich|慕尼黑
BERLIN|Berlin|柏林
BRUSSELS|Brussels|布鲁塞尔
AMSTERDAM|Amsterdam|阿姆斯特丹
THE_HAGUE|The Hague|海牙
MILAN|Milan|米兰
MADRID|Madrid|马德里
DUBLIN|Dublin|都柏林
DUBAI|Dubai; DIFC|迪拜
ABU_DHABI|Abu Dhabi|阿布扎比
TOKYO|Tokyo|东京
OSAKA|Osaka|大阪
SEOUL|Seoul|首尔
KUALA_LUMPUR|Kuala Lumpur|吉隆坡
BANGKOK|Bangkok|曼谷
JAKARTA|Jakarta|雅加达
MANILA|Manila|马尼拉
HANOI|Hanoi|河内
MUMBAI|Mumbai; Bombay|孟买
NEW_DELHI|New Delhi; Delhi|新德里
SYDNEY|Sydney|悉尼
MELBOURNE|Melbourne|墨尔本
TORONTO|Toronto|多伦多
VANCOUVER|Vancouver|温哥华
NEW_YORK|New York; Manhattan|纽约
WASHINGTON_DC|Washington, D.C.; Washington, DC; Washington D.C.|华盛顿
LOS_ANGELES|Los Angeles|洛杉矶
SAN_FRANCISCO|San Francisco|旧金山; 三藩市
CHICAGO|Chicago|芝加哥
HOUSTON|Houston|休斯敦; 休斯顿
MIAMI|Miami|迈阿密
BOSTON|Boston|波士顿
`
