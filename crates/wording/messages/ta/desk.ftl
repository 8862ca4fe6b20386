# The desk: signing in, and what is around every page of it.
desk-sign-in = உள்நுழைக
desk-sign-in-demo = யாராக இருக்க வேண்டும் எனத் தேர்ந்தெடுங்கள். இது ஒரு மாதிரி.
desk-sign-out = வெளியேறு
desk-sections = எங்கே செல்லலாம்
desk-inbox = உள்பெட்டி
desk-signed-in = { $name } என உள்நுழைந்துள்ளீர்கள்
role-clerk = எழுத்தர்
role-specialist = நிபுணர்
role-supervisor = மேற்பார்வையாளர்
role-analyst = பகுப்பாய்வாளர்
role-administrator = நிர்வாகி
role-contact-centre = தொடர்பு மையம்
