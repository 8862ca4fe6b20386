# बँटा हुआ दृश्य: सूची के पास मामला।
desk-beside-on = मामले सूची के पास दिखाएँ
desk-beside-off = सिर्फ़ सूची दिखाएँ
desk-pane = मामला
desk-pane-empty = एक मामला चुनें। वह यहाँ खुलेगा।
desk-pane-back = सूची पर लौटें
desk-pane-opened = {"{reference}"} खुला है।
desk-pane-unkept = आपका लिखा अभी सहेजा नहीं गया है। सहेजें दबाएँ।
desk-key-beside = जब मामला सूची के पास हो: नीचे और ऊपर
desk-key-back = मामले से सूची पर लौटें
