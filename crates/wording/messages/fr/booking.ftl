### Réserver une heure dans un bureau : les pages, et ce qui est dit par courriel

book-title = Prendre rendez-vous
book-lead = Choisissez le motif de votre visite. Aucun compte n’est nécessaire.
book-home = Vous voulez venir à une heure fixée ? Aucun compte n’est nécessaire.
book-none = Aucun rendez-vous n’est possible pour le moment. Venez pendant les heures d’ouverture.
book-where-title = Où voulez-vous venir ?
book-first = Première heure libre : { $when }
book-full = Aucune heure n’est libre pour le moment.
book-length = { $minutes ->
        [one] Cela dure environ une minute.
       *[other] Cela dure environ { $minutes } minutes.
    }
book-when-title = Choisissez une heure
book-move-title = Choisissez une autre heure
book-days = Jour
book-times = Heures du { $date }
book-time-hold = Réserver { $time }
book-time-move = Changer pour { $time }
book-taken = Cette heure n’est plus libre. Choisissez-en une autre.
book-who-title = Qui vient ?
book-kept = Nous vous gardons { $when } jusqu’à { $until }. Ensuite, d’autres peuvent la prendre.
book-name = Nom
book-name-hint = Nous le demandons à l’accueil.
book-email-hint = Nous y envoyons une confirmation et des rappels.
book-phone-hint = Nous n’appelons que si le bureau doit fermer.
book-name-missing = Écrivez le nom sous lequel vous venez
book-email-enough = Cette adresse a déjà assez de rendez-vous. Annulez-en un d’abord.
book-confirm = Réserver cette heure
book-too-late-title = L’heure ne vous est plus gardée
book-too-late = Plus de dix minutes sont passées. Rien n’a été réservé. Choisissez de nouveau une heure.
booking-title = Votre rendez-vous
booking-done = Votre heure est réservée
booking-cancelled-title = Votre rendez-vous est annulé
booking-cancelled = L’heure est de nouveau libre. Vous n’avez rien à faire.
booking-checked-in = Vous êtes dans la file. Regardez le tableau pour voir votre numéro.
booking-missed = Votre heure est passée et vous n’étiez pas là. Vous pouvez en réserver une autre.
booking-reference = Référence
booking-when = Quand
booking-where = Où
booking-what = Motif
booking-name = Nom
booking-arrive = Dites votre référence ou votre nom au bureau. Vous pouvez le faire de { $from } à { $until }.
booking-keep = Gardez cette page
booking-keep-text = Qui a son adresse peut changer ou annuler votre rendez-vous. Enregistrez-la, ou notez la référence.
booking-mailed = Nous avons envoyé l’adresse de cette page à { $email }.
booking-calendar = Mettre dans votre agenda
booking-move = Changer l’heure
booking-cancel = Annuler le rendez-vous
booking-cancel-title = Annuler ce rendez-vous ?
booking-cancel-text = Votre heure à { $office }, { $when }, sera libre pour d’autres.
booking-cancel-button = Oui, annuler
booking-cancel-back = Non, garder mon heure
booking-again = Réserver une autre heure
booking-earlier-title = Venir plus tôt
booking-earlier-text = Si une heure plus tôt se libère, nous pouvons vous la proposer par courriel. Vous gardez la vôtre jusque-là.
booking-earlier-button = Me signaler les heures plus tôt
booking-earlier-on = Nous vous écrivons quand une heure plus tôt se libère.
booking-earlier-stop = Arrêter
booking-offer-title = Une heure plus tôt est libre
booking-offer = Vous pouvez venir { $when }. Nous vous gardons cette heure jusqu’à { $until }.
booking-offer-take = Prendre l’heure plus tôt
booking-offer-refuse = Non, garder la mienne
booking-gone = Cette heure plus tôt ne vous est plus gardée. La vôtre n’a pas changé.
mail-booking-booked = Votre heure à { $office } : { $when }
mail-booking-moved = Votre nouvelle heure à { $office } : { $when }
mail-booking-reminder = Vous êtes attendu à { $office } : { $when }
mail-booking-earlier = Une heure plus tôt est libre à { $office }
mail-booking-cancelled = Votre rendez-vous { $reference } est annulé
mail-booking-words = Votre heure : { $when }.
mail-booking-where =
    Motif : { $line }
    Où : { $office }, { $address }
    Référence : { $reference }
mail-booking-change = Pour le voir, le changer ou le mettre dans votre agenda, ouvrez cette page :
mail-booking-cancel = Vous ne pouvez pas venir ? Ouvrez cette page et appuyez sur le bouton, pour que d’autres aient l’heure :
mail-booking-earlier-words = Vous pouvez venir { $when }. Nous vous gardons cette heure jusqu’à { $until }.
mail-booking-earlier-take = Pour la prendre, ouvrez cette page et appuyez sur le bouton :
mail-booking-earlier-own = Si vous ne faites rien, vous gardez votre heure : { $when }.
mail-booking-cancelled-words = Votre heure, { $when }, est de nouveau libre pour d’autres.
mail-booking-again = Pour réserver une autre heure, ouvrez cette page :
mail-booking-not-you = Si vous n’avez rien réservé, quelqu’un a donné votre adresse par erreur. Vous n’avez rien à faire.
