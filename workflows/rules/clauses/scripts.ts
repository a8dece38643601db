// Traditional and simplified forms in pairs: those that clauses and the names of places are written with.
const pairs =
  '粵粤臨临屆届廈厦橫横網网託托認认須须頒颁題题願愿響响陽阳鄰邻誠诚縣县總总綜综營营稱称減减檔档樣样棄弃暫暂換换損损擁拥憲宪慣惯徹彻嚴严嘗尝卻却勞劳僅仅併并匯汇籤签紀纪薦荐諒谅雜杂鮮鲜爾尔聯联國国長长達达亞亚極极屬属薩萨奧奥魯鲁蘭兰島岛與与維维納纳貝贝寧宁聖圣萊莱區区馬马韋韦羅罗茲兹靈灵庫库麥麦倫伦誕诞賽赛愛爱濟济岡冈幾几臘腊喬乔關关紹绍蓋盖別别領领義义澤泽買买約约韓韩開开撾挝盧卢賴赖脫脱頓顿緬缅門门諾诺來来賓宾蘇苏敘叙凱凯東东湯汤圖图灣湾烏乌嶼屿葉叶贊赞紐纽時时剛刚臺台衆众華华適适轄辖據据規规構构務务釋释應应該该協协議议條条爭争糾纠紛纷決决書书語语種种員员為为爲为執执項项會会選选擇择際际貿贸經经專专獨独設设產产業业質质證证圍围對对於于處处現现實实體体衝冲範范準准則则無无從从並并當当雙双單单數数戰战審审訴诉訟讼發发變变動动簽签訂订簡简縮缩寫写後后術术標标環环機机組组織织請请護护負负責责費费賠赔償偿債债權权轉转讓让聲声陸陆內内點点個个兩两參参過过進进還还遠远運运這这裡里裏里覆复復复檢检歷历廣广廳厅歸归歐欧學学醫医報报場场塊块壓压壞坏壽寿夠够頭头夾夹奪夺奮奋妝妆婦妇娛娱孫孙將将導导層层師师帶带幫帮幹干廠厂廢废廬庐彙汇徵征慶庆憑凭懷怀戶户擔担擬拟擴扩攝摄敵敌斷断曉晓曆历橋桥欄栏歲岁殺杀氣气沒没況况測测滬沪滿满漢汉漸渐滅灭潛潜濱滨瀋沈瀏浏灘滩爐炉牽牵狀状獎奖獲获瑪玛異异畫画療疗盡尽監监盤盘碼码確确磚砖禮礼稅税穩稳窮穷竊窃競竞筆笔節节籌筹糧粮係系純纯終终級级絕绝給给統统絡络緊紧線线緒绪編编練练繳缴繼继續续罰罚羈羁聞闻職职聽听肅肃脅胁興兴舊旧艦舰藝艺號号虧亏補补裝装製制複复復复見见覽览觀观觸触計计訊讯記记訪访許许評评詞词詢询試试話话詳详誤误說说課课調调談谈諮咨諸诸謀谋講讲謝谢識识譯译譽誉讀读豐丰貢贡財财貨货販贩貪贪貫贯貴贵貸贷賀贺資资賣卖賬账購购贈赠趙赵跡迹軍军軟软軸轴較较載载輔辅輕轻輸输辦办農农連连週周遞递遲迟遷迁遺遗邊边郵邮鄉乡鄭郑針针銀银銷销鋪铺錄录錢钱錯错鎮镇鐵铁鑑鉴鑒鉴閉闭間间閱阅隊队階阶隨随險险雖虽離离難难電电靜静順顺預预額额類类顯显風风飛飞養养餘余館馆駐驻驗验魚鱼鳥鸟黃黄齊齐'

const simplified = new Map<string, string>()
for (let at = 0; at + 1 < pairs.length; at += 2) simplified.set(pairs.charAt(at), pairs.charAt(at + 1))

/** The same text, character by character, in the forms that the lexicons are written in. Positions stay. */
export const plain = (text: string): string => text.replace(special, formOf)

/** All but the letters, digits and marks that stay as they are. */
const special = /[^\n -_a-~]/gu

function formOf(char: string): string {
  const narrow = char.length === 1 ? char.normalize('NFKC') : char
  const one = narrow.length === char.length ? narrow : char
  return simplified.get(one) ?? marks.get(one) ?? one
}

const marks = new Map([
  ['‘', "'"],
  ['’', "'"],
  ['`', "'"],
  ['“', '"'],
  ['”', '"'],
  ['–', '-'],
  ['—', '-'],
  ['\r', ' '],
  ['\t', ' '],
])
