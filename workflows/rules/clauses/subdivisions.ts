/**
 * States, provinces and other parts of a country with a law of their own, one a line: ISO 3166-2 code, names, adjectives,
 * names in Chinese. England and Wales stand as GB in the table of countries.
 */
export const subdivisions = `
US-AL|Alabama||亚拉巴马; 阿拉巴马
US-AK|Alaska||阿拉斯加
US-AZ|Arizona||亚利桑那
US-AR|Arkansas||阿肯色
US-CA|California; Calif.||加利福尼亚; 加州
US-CO|Colorado||科罗拉多
US-CT|Connecticut; Conn.||康涅狄格; 康乃狄克
US-DE|Delaware; Del.||特拉华; 德拉瓦
US-FL|Florida; FL; Fla.||佛罗里达
US-GA|Georgia||佐治亚; 乔治亚
US-HI|Hawaii||夏威夷
US-ID|Idaho||爱达荷
US-IL|Illinois||伊利诺伊; 伊利诺
US-IN|Indiana||印第安纳
US-IA|Iowa||艾奥瓦; 爱荷华
US-KS|Kansas||堪萨斯
US-KY|Kentucky||肯塔基
US-LA|Louisiana||路易斯安那
US-ME|Maine||缅因
US-MD|Maryland||马里兰
US-MA|Massachusetts; Mass.||马萨诸塞; 麻省; 麻萨诸塞
US-MI|Michigan||密歇根; 密西根
US-MN|Minnesota||明尼苏达
US-MS|Mississippi||密西西比
US-MO|Missouri||密苏里
US-MT|Montana||蒙大拿
US-NE|Nebraska||内布拉斯加
US-NV|Nevada||内华达
US-NH|New Hampshire||新罕布什尔
US-NJ|New Jersey; N.J.; NJ||新泽西
US-NM|New Mexico||新墨西哥
US-NY|New York; N.Y.; NY||纽约
US-NC|North Carolina||北卡罗来纳; 北卡罗莱纳
US-ND|North Dakota||北达科他
US-OH|Ohio||俄亥俄
US-OK|Oklahoma||俄克拉何马; 俄克拉荷马
US-OR|Oregon||俄勒冈
US-PA|Pennsylvania||宾夕法尼亚; 宾州
US-RI|Rhode Island; Rhode Island and Providence Plantations||罗得岛
US-SC|South Carolina||南卡罗来纳; 南卡罗莱纳
US-SD|South Dakota||南达科他
US-TN|Tennessee||田纳西
US-TX|Texas; TX||得克萨斯; 德克萨斯; 德州
US-UT|Utah||犹他
US-VT|Vermont||佛蒙特
US-VA|Virginia||弗吉尼亚; 维吉尼亚
US-WA|Washington||华盛顿州
US-WV|West Virginia||西弗吉尼亚
US-WI|Wisconsin||威斯康星
US-WY|Wyoming||怀俄明
US-DC|District of Columbia; Washington, D.C.; Washington D.C.; Washington DC; Washington, DC; D.C.||哥伦比亚特区
CA-AB|Alberta||艾伯塔; 阿尔伯塔
CA-BC|British Columbia; B.C.||不列颠哥伦比亚; 卑诗
CA-MB|Manitoba||马尼托巴
CA-NB|New Brunswick||新不伦瑞克
CA-NL|Newfoundland and Labrador; Newfoundland||纽芬兰
CA-NS|Nova Scotia||新斯科舍
CA-NT|Northwest Territories||西北地区
CA-NU|Nunavut||努纳武特
CA-ON|Ontario||安大略
CA-PE|Prince Edward Island||爱德华王子岛
CA-QC|Quebec; Québec||魁北克
CA-SK|Saskatchewan||萨斯喀彻温
CA-YT|Yukon||育空
AU-NSW|New South Wales; NSW; N.S.W.||新南威尔士
AU-VIC|Victoria||维多利亚州
AU-QLD|Queensland||昆士兰
AU-WA|Western Australia||西澳大利亚; 西澳
AU-SA|South Australia||南澳大利亚; 南澳
AU-TAS|Tasmania||塔斯马尼亚
AU-ACT|Australian Capital Territory||澳大利亚首都领地
AU-NT|Northern Territory||北领地
GB-SCT|Scotland|Scottish; Scots|苏格兰
GB-NIR|Northern Ireland||北爱尔兰
AE-DU|Dubai; Emirate of Dubai; Dubai International Financial Centre; DIFC||迪拜; 杜拜
AE-AZ|Abu Dhabi; Emirate of Abu Dhabi; Abu Dhabi Global Market; ADGM||阿布扎比
`
