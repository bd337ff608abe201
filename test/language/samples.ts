/** Running text about invented places, for tests of language and encoding. Each entry is one paragraph. */

export const english: readonly string[] = [
  "The mayor of Port Kelda said on Tuesday that at least fourteen people had been hurt when a crowd broke through the gates of the harbour office. Two of them were still in hospital the next morning, according to the regional health service.",
  "Witnesses told a different story. They said the gates had been opened from inside, that nobody was armed, and that the first shots came from the roof of the customs house shortly before nine in the evening.",
  "It is not known who gave the order. The ministry has promised to publish the names of all officers on duty that night by the end of the month, but lawyers for the families doubt that it will.",
  "Shops stayed shut for three days. There was no bread, no fuel and no internet, and the only bus out of town left half empty.",
  "Residents of the northern district have asked for an independent inquiry. Earlier promises were not kept, they say, and those who spoke up lost their jobs.",
];

export const russian: readonly string[] = [
  "Мэр Приозёрска-на-Луке заявил во вторник, что не менее четырнадцати человек пострадали, когда толпа прорвалась через ворота портового управления. Двое из них, по данным областного здравотдела, наутро ещё оставались в больнице.",
  "Очевидцы рассказывают иначе. По их словам, ворота открыли изнутри, никто не был вооружён, а первые выстрелы прозвучали с крыши таможни незадолго до девяти вечера.",
  "Кто отдал приказ, неизвестно. Ведомство обещало до конца месяца назвать всех дежуривших в ту ночь сотрудников, однако адвокаты семей в этом сомневаются.",
  "Магазины не работали трое суток. Не было ни хлеба, ни топлива, ни связи, а единственный автобус из города ушёл полупустым.",
  "Жители северного района требуют независимого расследования. Прежние обещания, говорят они, так и не были выполнены, а те, кто высказался открыто, лишились работы.",
];

export const kazakh: readonly string[] = [
  "Көлдібай қаласының әкімі сейсенбі күні порт басқармасының қақпасын бұзып кірген кезде кемінде он төрт адам жарақат алғанын айтты. Облыстық денсаулық сақтау басқармасының мәліметінше, олардың екеуі таңертең әлі ауруханада жатқан.",
  "Куәгерлердің айтқаны басқаша. Олардың сөзінше, қақпаны ішінен ашқан, ешкімде қару болмаған, ал алғашқы оқ кешкі тоғызға таяғанда кеден ғимаратының төбесінен атылған.",
  "Бұйрықты кім бергені белгісіз. Министрлік сол түні кезекшілікте болған барлық қызметкердің аты-жөнін айдың соңына дейін жариялауға уәде берді, бірақ отбасылардың қорғаушылары бұған күмән келтіреді.",
  "Дүкендер үш күн бойы жабық тұрды. Нан да, жанармай да, байланыс та болған жоқ, ал қаладан шыққан жалғыз автобус жартылай бос кетті.",
  "Солтүстік ауданның тұрғындары тәуелсіз тергеу жүргізуді талап етіп отыр. Бұрынғы уәделер орындалмады, ал ашық айтқандар жұмысынан айырылды, дейді олар.",
];

/** Languages that no reader reads, by BCP 47 primary subtag. */
export const others: Readonly<Record<string, readonly string[]>> = {
  uk: [
    "Мер міста повідомив у вівторок, що щонайменше чотирнадцять людей постраждали, коли натовп прорвався крізь ворота портового управління. Двоє з них наступного ранку ще залишалися в лікарні.",
    "Свідки розповідають інше. За їхніми словами, ворота відчинили зсередини, ніхто не мав зброї, а перші постріли пролунали з даху митниці незадовго до дев'ятої вечора.",
  ],
  be: [
    "Мэр горада паведаміў у аўторак, што не менш за чатырнаццаць чалавек пацярпелі, калі натоўп прарваўся праз вароты партовага ўпраўлення. Двое з іх наступнай раніцай яшчэ заставаліся ў бальніцы.",
    "Сведкі расказваюць іншае. Паводле іх слоў, вароты адчынілі знутры, ніхто не быў узброены, а першыя стрэлы прагучалі з даху мытні.",
  ],
  bg: [
    "Кметът на града заяви във вторник, че най-малко четиринадесет души са били ранени, когато тълпата е разбила вратите на пристанищното управление. Двама от тях все още бяха в болница на следващата сутрин.",
    "Свидетелите разказват друго. Според тях вратите са били отворени отвътре, никой не е бил въоръжен, а първите изстрели са дошли от покрива на митницата.",
  ],
  sr: [
    "Градоначелник је у уторак рекао да је најмање четрнаест људи повређено када је гомила провалила кроз капију лучке управе. Двоје њих је следећег јутра још било у болници.",
    "Сведоци говоре другачије. Према њиховим речима, капија је отворена изнутра, нико није био наоружан, а први пуцњи су дошли са крова царинарнице.",
  ],
  ky: [
    "Шаардын мэри шейшемби күнү порт башкармалыгынын дарбазасын бузуп кирген учурда кеминде он төрт адам жаракат алганын айтты. Алардын экөө эртең менен дагы эле ооруканада болчу.",
    "Күбөлөр башкача айтып жатышат. Алардын айтымында, дарбаза ичинен ачылган, эч кимде курал болгон эмес, ал эми алгачкы ок бажы имаратынын чатырынан атылган.",
  ],
  tt: [
    "Шәһәр мэры сишәмбе көнне порт идарәсе капкасын ватып кергәндә кимендә ундүрт кеше яраланганын хәбәр итте. Аларның икесе икенче көнне иртән әле хастаханәдә иде.",
    "Шаһитләр башкача сөйли. Алар сүзенчә, капка эчтән ачылган, беркемдә дә корал булмаган, ә беренче ату тавышлары таможня түбәсеннән ишетелгән.",
  ],
  tg: [
    "Шаҳрдори шаҳр рӯзи сешанбе гуфт, ки ҳангоми шикастани дарвозаи идораи бандар ҳадди ақал чордаҳ нафар захмӣ шудаанд. Ду нафари онҳо субҳи рӯзи дигар ҳанӯз дар беморхона буданд.",
    "Шоҳидон дигар хел нақл мекунанд. Ба гуфтаи онҳо, дарвоза аз дарун кушода шуд ва ҳеҷ кас силоҳ надошт.",
  ],
  mn: [
    "Хотын дарга мягмар гарагт боомтын захиргааны хаалгыг эвдэн орох үед дор хаяж арван дөрвөн хүн гэмтсэн гэж мэдэгдлээ. Тэдний хоёр нь маргааш өглөө нь эмнэлэгт байсаар байв.",
    "Гэрчүүд өөрөөр ярьж байна. Тэдний хэлснээр хаалгыг дотроос нь нээсэн бөгөөд хэн ч зэвсэггүй байжээ.",
  ],
  uz: [
    "Shahar hokimi seshanba kuni port boshqarmasi darvozasi buzib kirilgan paytda kamida o‘n to‘rt kishi jarohat olganini aytdi. Ulardan ikki nafari ertasi kuni ertalab ham kasalxonada edi.",
    "Guvohlar boshqacha gapirmoqda. Ularning so‘zlariga ko‘ra, darvoza ichkaridan ochilgan, hech kimda qurol bo‘lmagan, birinchi o‘q esa bojxona tomidan otilgan.",
  ],
  tr: [
    "Belediye başkanı salı günü yaptığı açıklamada, kalabalığın liman idaresinin kapılarını kırdığı sırada en az on dört kişinin yaralandığını söyledi. Bunlardan ikisi ertesi sabah hâlâ hastanedeydi.",
    "Tanıklar başka bir şey anlatıyor. Onlara göre kapılar içeriden açıldı, kimse silahlı değildi ve ilk ateş gümrük binasının çatısından geldi.",
  ],
  az: [
    "Şəhər meri çərşənbə axşamı bildirdi ki, izdiham liman idarəsinin darvazasını sındıranda ən azı on dörd nəfər yaralanıb. Onlardan ikisi ertəsi gün səhər hələ də xəstəxanada idi.",
    "Şahidlər başqa cür danışırlar. Onların sözlərinə görə, darvaza içəridən açılıb və heç kimdə silah olmayıb.",
  ],
  de: [
    "Der Bürgermeister sagte am Dienstag, mindestens vierzehn Menschen seien verletzt worden, als eine Menge die Tore der Hafenverwaltung durchbrach. Zwei von ihnen lagen am nächsten Morgen noch im Krankenhaus.",
    "Die Zeugen erzählen etwas anderes. Die Tore seien von innen geöffnet worden, niemand habe eine Waffe gehabt, und die ersten Schüsse seien vom Dach des Zollhauses gekommen.",
  ],
  nl: [
    "De burgemeester zei dinsdag dat zeker veertien mensen gewond zijn geraakt toen een menigte door de poorten van het havenkantoor brak. Twee van hen lagen de volgende ochtend nog in het ziekenhuis.",
    "Getuigen vertellen een ander verhaal. Volgens hen werden de poorten van binnenuit geopend en was niemand gewapend.",
  ],
  es: [
    "El alcalde dijo el martes que al menos catorce personas resultaron heridas cuando una multitud rompió las puertas de la oficina del puerto. Dos de ellas seguían en el hospital a la mañana siguiente.",
    "Los testigos cuentan otra cosa. Según ellos, las puertas se abrieron desde dentro, nadie iba armado y los primeros disparos salieron del tejado de la aduana.",
  ],
  pt: [
    "O prefeito disse na terça-feira que pelo menos catorze pessoas ficaram feridas quando uma multidão arrombou os portões da administração do porto. Duas delas ainda estavam no hospital na manhã seguinte.",
    "As testemunhas contam outra história. Segundo elas, os portões foram abertos por dentro, ninguém estava armado e os primeiros tiros vieram do telhado da alfândega.",
  ],
  fr: [
    "Le maire a déclaré mardi qu'au moins quatorze personnes avaient été blessées lorsqu'une foule a forcé les grilles de la capitainerie. Deux d'entre elles étaient encore à l'hôpital le lendemain matin.",
    "Les témoins racontent autre chose. Selon eux, les grilles ont été ouvertes de l'intérieur, personne n'était armé et les premiers coups de feu sont venus du toit de la douane.",
  ],
  it: [
    "Il sindaco ha detto martedì che almeno quattordici persone sono rimaste ferite quando una folla ha sfondato i cancelli della capitaneria. Due di loro erano ancora in ospedale la mattina dopo.",
    "I testimoni raccontano un'altra storia. Secondo loro i cancelli sono stati aperti dall'interno, nessuno era armato e i primi spari sono arrivati dal tetto della dogana.",
  ],
  pl: [
    "Burmistrz powiedział we wtorek, że co najmniej czternaście osób zostało rannych, gdy tłum wyłamał bramy zarządu portu. Dwie z nich następnego ranka nadal były w szpitalu.",
    "Świadkowie mówią co innego. Według nich bramy otwarto od środka, nikt nie był uzbrojony, a pierwsze strzały padły z dachu urzędu celnego.",
  ],
  cs: [
    "Starosta v úterý řekl, že nejméně čtrnáct lidí bylo zraněno, když dav prorazil brány přístavní správy. Dva z nich byli následující ráno stále v nemocnici.",
    "Svědci vyprávějí něco jiného. Podle nich byly brány otevřeny zevnitř, nikdo nebyl ozbrojen a první výstřely přišly ze střechy celnice.",
  ],
  ro: [
    "Primarul a declarat marți că cel puțin paisprezece oameni au fost răniți când o mulțime a spart porțile administrației portului. Doi dintre ei erau încă în spital a doua zi dimineață.",
    "Martorii spun altceva. Potrivit lor, porțile au fost deschise din interior, nimeni nu era înarmat, iar primele focuri au venit de pe acoperișul vămii.",
  ],
  hu: [
    "A polgármester kedden azt mondta, hogy legalább tizennégy ember megsérült, amikor a tömeg áttörte a kikötői hivatal kapuit. Közülük ketten másnap reggel még kórházban voltak.",
    "A tanúk mást mesélnek. Szerintük a kapukat belülről nyitották ki, senki sem volt felfegyverkezve, és az első lövések a vámház tetejéről jöttek.",
  ],
  sv: [
    "Borgmästaren sade på tisdagen att minst fjorton människor hade skadats när en folkmassa bröt sig igenom hamnkontorets grindar. Två av dem låg fortfarande på sjukhus nästa morgon.",
    "Vittnena berättar något annat. Enligt dem öppnades grindarna inifrån, ingen var beväpnad och de första skotten kom från tullhusets tak.",
  ],
  fi: [
    "Kaupunginjohtaja sanoi tiistaina, että ainakin neljätoista ihmistä loukkaantui, kun väkijoukko murtautui satamatoimiston porteista. Kaksi heistä oli seuraavana aamuna vielä sairaalassa.",
    "Silminnäkijät kertovat toista. Heidän mukaansa portit avattiin sisältä, kukaan ei ollut aseistettu ja ensimmäiset laukaukset tulivat tullitalon katolta.",
  ],
  id: [
    "Wali kota mengatakan pada hari Selasa bahwa sedikitnya empat belas orang terluka ketika massa mendobrak gerbang kantor pelabuhan. Dua di antaranya masih berada di rumah sakit keesokan paginya.",
    "Para saksi menceritakan hal yang berbeda. Menurut mereka, gerbang itu dibuka dari dalam, tidak ada yang bersenjata, dan tembakan pertama datang dari atap kantor bea cukai.",
  ],
  ar: [
    "قال رئيس البلدية يوم الثلاثاء إن أربعة عشر شخصا على الأقل أصيبوا عندما اقتحم حشد بوابات مكتب الميناء. وكان اثنان منهم لا يزالان في المستشفى صباح اليوم التالي.",
  ],
  fa: [
    "شهردار روز سه‌شنبه گفت دست‌کم چهارده نفر هنگامی که جمعیت دروازه‌های اداره بندر را شکست زخمی شدند. دو نفر از آنها صبح روز بعد هنوز در بیمارستان بودند.",
  ],
  zh: ["市长星期二说，人群冲破港务局大门时至少有十四人受伤。第二天早上其中两人仍在医院。"],
  ja: ["市長は火曜日、群衆が港湾事務所の門を破った際に少なくとも十四人が負傷したと述べた。そのうち二人は翌朝もまだ入院していた。"],
  ko: ["시장은 화요일 군중이 항만청 정문을 부수고 들어갈 때 적어도 열네 명이 다쳤다고 말했다."],
  el: ["Ο δήμαρχος είπε την Τρίτη ότι τουλάχιστον δεκατέσσερις άνθρωποι τραυματίστηκαν όταν το πλήθος έσπασε τις πύλες του λιμεναρχείου."],
  he: ["ראש העיר אמר ביום שלישי כי לפחות ארבעה עשר בני אדם נפצעו כאשר המון פרץ את שערי משרד הנמל."],
  ka: ["ქალაქის მერმა სამშაბათს განაცხადა, რომ სულ მცირე თოთხმეტი ადამიანი დაშავდა."],
  hy: ["Քաղաքապետը երեքշաբթի օրը հայտարարեց, որ առնվազն տասնչորս մարդ է վիրավորվել։"],
};
