### Kiosks of an office, and the tickets that they print.

## On paper

ticket-given = Pris le { $time }
ticket-listen = Surveillez votre numéro à l’écran et à la voix. Si vous entendez mal, dites-le à notre personnel.
ticket-code = Scannez ceci pour suivre votre place sur votre téléphone.

## On the screen

kiosk-languages = Choisissez votre langue
kiosk-start = Prendre un ticket
kiosk-for = De quoi s’agit-il ?
kiosk-for-hint = Touchez ce qui convient le mieux. Vous avez alors un ticket.
kiosk-search = Rechercher
kiosk-search-hint = Écrivez ce qu’il vous faut
kiosk-found-none = Rien ne correspond. Essayez d’autres mots ou demandez à l’accueil.
kiosk-person = Vous préférez parler à une personne ? Le personnel de l’accueil vous aidera.
kiosk-tools = Apparence de cet écran
kiosk-larger = Texte plus grand
kiosk-contrast = Contraste élevé
kiosk-lower = Abaisser l’écran
kiosk-listen = Écouter
kiosk-again = Recommencer
kiosk-your-ticket = Votre ticket
kiosk-code = Code qui mène à votre place dans la file
kiosk-print-soon = Votre ticket s’imprime.
kiosk-print-yes = Prenez votre ticket imprimé.
kiosk-print-no = Le ticket n’a pas été imprimé. Notez votre numéro.
kiosk-print-none = Notez votre numéro, ou scannez le code.
kiosk-done = J’ai terminé
kiosk-still = Êtes-vous encore là ?
kiosk-more = Il me faut plus de temps
kiosk-closed = Le bureau est fermé.
kiosk-closed-until = Il ouvre le { $time }.
kiosk-alone = Il n’y a pas de connexion. Vous pouvez quand même prendre un ticket.
kiosk-alone-ticket = Notez votre numéro. Rien ne s’imprime sans connexion. Votre place compte dès maintenant.
kiosk-alone-none = Aucun ticket ne peut être donné ici. Demandez à l’accueil.
kiosk-booked = Vous avez rendez-vous ? Écrivez ou scannez votre référence
kiosk-booked-button = J’ai rendez-vous
kiosk-booked-none = Nous n’avons pas trouvé ce rendez-vous pour maintenant
kiosk-booked-not = Venez vers l’heure ou demandez à l’accueil.
kiosk-still-text = { $seconds ->
    [one] Cette page se ferme dans { $seconds } seconde. Tout est alors effacé.
   *[other] Cette page se ferme dans { $seconds } secondes. Tout est alors effacé.
}
