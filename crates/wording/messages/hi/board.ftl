# प्रतीक्षा कक्ष की एक स्क्रीन।
board-off-title = यह स्क्रीन तैयार नहीं है
board-off-what = इसकी देखभाल करने वाले नया पता माँगें और उसे यहाँ एक बार खोलें।
board-come = टिकट { $ticket }, कृपया { $counter } पर जाएँ।
board-closed = यह दफ़्तर बंद है।
board-opens = यह दफ़्तर बंद है। फिर खुलेगा: { $time }।
board-nobody-called = अभी किसी को नहीं बुलाया जा रहा है।
board-ticket = टिकट
board-counter = कहाँ जाएँ
board-before = पहले बुलाए गए
board-waits = कितना समय लगेगा
board-nobody = कोई इंतज़ार में नहीं
board-nobody-waits = कोई इंतज़ार में नहीं है।
board-range = { $from } से { $to } मिनट
board-waiting = { $count ->
    [one] { $count } व्यक्ति इंतज़ार में
   *[other] { $count } लोग इंतज़ार में
  }
board-updated = पिछली जानकारी
board-lost = कनेक्शन टूट गया – अपना नंबर सुनते रहें
board-sound = आवाज़ चालू करें
board-emergency = हमें बंद करना पड़ा। कृपया पास के द्वार से बाहर जाएँ।
board-back = { $counter } { $time } पर फिर खुलेगा
