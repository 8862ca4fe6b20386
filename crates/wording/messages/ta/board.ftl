# காத்திருப்பு அறையில் ஒரு திரை.
board-off-title = இந்தத் திரை அமைக்கப்படவில்லை
board-off-what = இதைப் பராமரிப்பவர் புதிய முகவரியைக் கேட்டு, இங்கே ஒரு முறை திறக்கவும்.
board-come = சீட்டு { $ticket }, { $counter } செல்லவும்.
board-closed = இந்த அலுவலகம் மூடப்பட்டுள்ளது.
board-opens = இந்த அலுவலகம் மூடப்பட்டுள்ளது. மீண்டும் திறக்கும் நேரம்: { $time }.
board-nobody-called = இப்போது யாரும் அழைக்கப்படவில்லை.
board-ticket = சீட்டு
board-counter = செல்ல வேண்டிய இடம்
board-before = முன்பு அழைக்கப்பட்டவர்கள்
board-waits = எவ்வளவு நேரம் ஆகும்
board-nobody = யாரும் இல்லை
board-nobody-waits = யாரும் காத்திருக்கவில்லை.
board-range = { $from } முதல் { $to } நிமிடம்
board-waiting = { $count ->
    [one] { $count } பேர் காத்திருக்கிறார்
   *[other] { $count } பேர் காத்திருக்கிறார்கள்
  }
board-updated = கடைசியாகப் புதுப்பித்தது
board-lost = இணைப்பு இல்லை – உங்கள் எண்ணைக் கவனித்துக் கேளுங்கள்
board-sound = ஒலியை இயக்கவும்
board-emergency = நாங்கள் மூட வேண்டியதாயிற்று. அருகிலுள்ள வழியே வெளியேறுங்கள்.
board-back = { $counter } { $time } மணிக்குத் திறக்கும்
