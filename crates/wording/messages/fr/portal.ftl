### The portal: finding the way

home-title = De quoi avez-vous besoin ?
home-lead = { $city } : tous les services commencent ici. Vous n’avez pas besoin de compte.
home-top = Le plus demandé
home-all = Tous les services
home-life = Les moments de la vie
home-follow = Avez-vous déjà fait une demande ?
home-follow-text = Voyez où en est votre demande, écrivez-nous ou retirez-la.
home-people = Appelez, venez ou écrivez
life-lead = Ces services peuvent vous être utiles.
services-title = Tous les services
services-found-title = Ce que nous avons trouvé
services-found =
    { $count ->
        [0] Rien ne correspond à « { $words } ». Essayez d’autres mots, ou voyez tous les services.
        [one] { $count } résultat pour « { $words } ».
       *[other] { $count } résultats pour « { $words } ».
    }
search-label = Dites-le avec vos propres mots
search-button = Chercher
search-none = Aucun résultat
search-some = Utilisez les flèches du clavier pour choisir
kind-service = Service
kind-article = Aide
kind-life = Moment de la vie
back = Retour
back-home = Aller à l’accueil
back-services = Tous les services
pages = Pages
pages-next = Page suivante
office-open = Ouvert maintenant
office-closed = Fermé maintenant
office-open-until = jusqu’à { $when }
office-opens = prochaine ouverture : { $when }
office-phone = Téléphone
office-email = Courriel

### The portal: a service

promise-working-days =
    { $count ->
        [one] { $count } jour ouvré
       *[other] { $count } jours ouvrés
    }
promise-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }
promise-working-hours =
    { $count ->
        [one] { $count } heure ouvrée
       *[other] { $count } heures ouvrées
    }
promise-working-minutes =
    { $count ->
        [one] { $count } minute pendant les heures d’ouverture
       *[other] { $count } minutes pendant les heures d’ouverture
    }
promise-same-day = le même jour ouvré, ou 24 heures si nous sommes fermés
service-who = Pour qui
service-need = Ce qu’il vous faut
service-steps = Les étapes
service-cost = Ce que cela coûte
service-free = C’est gratuit.
service-promise = Notre promesse
service-promise-reply = Une personne vous répond dans ce délai : { $time }.
service-promise-end = Nous promettons d’avoir terminé dans ce délai : { $time }.
service-no-promise = Nous ne donnons pas encore de délai pour ce service.
service-kept =
    { $tenths ->
        [0] Ces derniers temps, nous avons tenu cette promesse moins d’une fois sur 10.
        [10] Ces derniers temps, nous avons toujours tenu cette promesse.
       *[other] Ces derniers temps, nous avons tenu cette promesse { $tenths } fois sur 10.
    }
service-took = Ces derniers temps, 9 demandes sur 10 ont pris { $time } ou moins.
service-scorecard = Comment les promesses sont tenues
service-start = Commencer
service-not-here = Vous ne pouvez pas demander cela en ligne. Choisissez un des autres moyens.
service-other = Autres moyens de demander
service-reports = Voir ce que d’autres ont signalé
service-unfinished = Vous avez commencé une demande pour ce service sans l’envoyer.
service-go-on = Reprendre la demande
service-reviewed = Nous avons relu cette page pour la dernière fois le { $date }.

### The portal: asking

error-title = Il y a un problème
error-word = Erreur :
form-continue = Continuer
form-optional = { $name } (facultatif)
form-add-another = Ajouter un autre élément
form-take-away = Enlever
form-or = ou
form-missing = Répondez à cette question : { $name }
form-too-long = Pas plus de { $bound } caractères : { $name }
form-too-short = Pas moins de { $bound } caractères : { $name }
form-not-a-number = Écrivez un nombre, comme 12 ou 12,5 : { $name }
form-not-whole = Écrivez un nombre entier, comme 12 : { $name }
form-too-small = Le minimum est { $bound } : { $name }
form-too-large = Le maximum est { $bound } : { $name }
form-not-a-date = Écrivez un jour qui existe, comme 27 3 2026 : { $name }
form-not-a-time = Écrivez un jour et une heure : { $name }
form-not-an-email = Écrivez l’adresse comme nom@example.org : { $name }
form-not-a-phone = Écrivez un numéro de téléphone en chiffres, comme +1 617 555 0134 : { $name }
form-not-yes-or-no = Choisissez oui ou non : { $name }
form-not-a-choice = Choisissez une des réponses : { $name }
form-too-many = Donnez-en { $bound } au plus : { $name }
form-too-few = Donnez-en { $bound } au moins : { $name }
form-pattern = Écrivez-le comme la consigne le demande : { $name }
form-twice = Vous avez donné ceci deux fois : { $name }
form-unknown = Nous ne demandons plus ceci : { $name }
form-not-text = Il y a ici des signes que nous ne pouvons pas lire. Écrivez-le encore une fois, s’il vous plaît.
answer-yes = Oui
answer-no = Non
date-day = Jour
date-month = Mois
date-year = Année
ask-later = Enregistrer et revenir plus tard
ask-where-title = Où est-ce ?
ask-where-optional = Vous pouvez laisser vide s’il n’y a pas de lieu.
ask-where-address = Adresse, ou coin de rue le plus proche
ask-where-address-hint = Par exemple 1 City Hall Square, ou Main Street et 2nd Street
ask-where-part = Quartier
ask-where-unsure = Je ne sais pas exactement
ask-where-lat = Degrés nord
ask-where-long = Degrés est
ask-where-numbers = Je connais la position en chiffres
ask-where-numbers-hint = Un téléphone ou une carte peut les donner, par exemple 42.3601 et -71.0589
ask-where-use = Utiliser ma position actuelle
ask-where-map = Choisir sur une carte
ask-where-denied = Nous n’avons pas pu savoir où vous êtes. Écrivez plutôt l’adresse.
ask-where-found = Nous avons votre position.
ask-where-district = Quartier : { $district }.
ask-where-outside = Ce lieu est hors des limites de la ville ({ $city }). Adressez-vous à la commune dont il dépend, ou corrigez le lieu.
ask-where-no-position = Écrivez les deux nombres en degrés, comme 42.3601 et -71.0589
ask-where-missing = Écrivez une adresse, choisissez un lieu sur la carte ou donnez sa position
ask-where-too-long = Pas plus de 500 caractères pour l’adresse
ask-similar-title = Est-ce l’un de ceux-ci ?
ask-similar-hint = D’autres ont signalé ceci tout près. Si le vôtre est le même, il s’y ajoute et nous vous dirons comment cela se termine.
ask-similar-mine = C’est aussi le mien
ask-similar-different = Le mien est différent
ask-similar-none = Personne n’a encore signalé cela ici
ask-similar-none-text = Il n’y a tout près aucun signalement ouvert comme le vôtre. Vous pouvez continuer.
ask-similar-metres =
    { $count ->
        [one] à environ { $count } mètre
       *[other] à environ { $count } mètres
    }
ask-details-report = Quel est le problème ?
ask-details-complaint = Que s’est-il passé ?
ask-details-compliment = Qu’est-ce qui s’est bien passé ?
ask-details-other = Que devons-nous savoir ?
ask-details-hint = N’écrivez pas de noms, de numéros de téléphone, ni rien sur votre santé.
ask-details-missing = Dites-le en quelques mots
ask-details-too-long = Vous avez écrit { $count } caractères. N’en utilisez pas plus de { $most }.
ask-photos-title = Avez-vous des photos ou des documents ?
ask-photos-hint = Jusqu’à 5 fichiers : JPEG, PNG, WebP, PDF ou texte. Nous effaçons des photos le lieu où elles ont été prises. Vous pouvez continuer sans.
ask-contact-title = Comment pouvons-nous vous joindre ?
ask-contact-text = Cela ne sert qu’à votre demande. Personne d’autre ne le voit.
ask-contact-name = Votre nom
ask-contact-email = Adresse courriel
ask-contact-phone = Numéro de téléphone
ask-contact-language = La langue dans laquelle nous vous écrivons
ask-contact-missing = Donnez une adresse courriel ou un numéro de téléphone, pour que nous puissions vous répondre
ask-contact-bad-name = Votre nom est trop long. Pas plus de 200 caractères.
ask-contact-bad-email = Écrivez une adresse courriel, comme nom@example.org
ask-contact-bad-phone = Écrivez un numéro de téléphone avec l’indicatif du pays, comme +1 617 555 0134
ask-contact-bad-language = Choisissez une langue dans la liste
ask-about-title = De qui s’agit-il ?
ask-about-hint = La personne concernée ne s’en occupe jamais.
ask-about-choose = Choisissez dans la liste
ask-about-city = La ville en général, ou je ne sais pas
ask-about-missing = Choisissez de qui il s’agit
ask-check-title = Relisez ce que vous avez écrit
ask-check-where = Lieu :
ask-check-same = La même chose que
ask-check-details = Ce que vous avez écrit
ask-check-contact = Comment vous joindre
ask-check-about = Cela concerne
ask-check-files = Photos et documents
ask-check-change = Modifier
ask-check-nothing = Sans réponse
ask-check-missing = Une page est encore vide. Remplissez-la, s’il vous plaît.
ask-gone-title = Vous ne pouvez plus demander cela ici
ask-gone-text = Le service a changé depuis que vous avez commencé. Ce que vous avez écrit n’a pas été envoyé. Cherchez le service dans la liste, ou appelez-nous.
ask-elsewhere-title = Cette demande n’est pas ouverte ici
ask-elsewhere-text = Elle a été envoyée, supprimée ou ouverte dans un autre navigateur. Si vous l’avez envoyée, vous pouvez la suivre avec sa référence et sa clé secrète.
ask-check-true = En envoyant ceci, vous dites que c’est vrai, pour autant que vous le sachiez.
ask-check-send = Envoyer
ask-check-send-report = Envoyer votre signalement
upload-remove = Enlever
upload-too-many = Vous pouvez envoyer 5 fichiers au plus
done-title = C’est bien reçu
done-reference = Votre référence
done-joined = D’autres ont signalé la même chose. Nous vous dirons comment cela se termine.
done-next = La suite
done-due = Nous promettons d’avoir terminé au plus tard le { $date }.
done-not-told = Vous n’avez pas laissé d’adresse courriel : nous ne pouvons pas vous écrire. Revenez ici pour voir où cela en est.
done-keep = Gardez ces deux éléments
done-keep-text = Avec votre référence et votre clé secrète, vous pouvez voir où en est la demande et nous écrire. Ne montrez pas la clé à d’autres.
done-copy = Copier les deux
done-copied = Copiés
done-follow = Voir où en est la demande
later-title = Revenir plus tard
later-text = Nous gardons pendant 30 jours ce que vous avez écrit dans ce navigateur. Pour continuer dans un autre, créez un lien.
later-email = Envoyer le lien à cette adresse courriel (facultatif)
later-make = Créer un lien
later-link = Ouvrez cette adresse pour continuer. Qui la possède peut lire ce que vous avez écrit.
later-sent = Nous vous l’avons envoyée.
later-discard-title = Ou tout effacer
later-discard = Effacer ce que j’ai écrit
resume-title = Reprenez votre demande
resume-text = Appuyez sur le bouton pour continuer dans ce navigateur.
offline-title = Sans connexion
offline-lead = Vous pouvez écrire une demande maintenant et l’envoyer plus tard. Elle reste sur cet appareil jusqu’à ce que vous l’envoyiez.
offline-script = Cette page a besoin de scripts pour garder ce que vous écrivez. Vous pouvez aussi nous appeler ou venir nous voir.
offline-save = Garder sur cet appareil
offline-saved = C’est gardé sur cet appareil.
offline-drafts = Gardé sur cet appareil
offline-none = Rien n’est gardé.
offline-still = Il n’y a pas encore de connexion.
offline-send = Envoyer maintenant
offline-change = Modifier
offline-delete = Effacer
offline-deleted = C’est effacé.
offline-sent = Vous l’avez envoyé.
offline-full = 50 sont gardés ici. Effacez-en un d’abord.

### The portal: following

follow-title = Où en est votre demande ?
follow-reference = Référence
follow-reference-hint = Neuf lettres et chiffres, comme K7Q-F2M-XDR
follow-secret = Clé secrète
follow-secret-hint = Seize lettres et chiffres. Nous vous l’avons montrée quand vous avez envoyé la demande.
follow-button = Afficher
follow-held = Accessibles dans ce navigateur
follow-another = Une autre demande
follow-forget = Fermer l’accès à toutes dans ce navigateur
follow-back = Vos demandes
follow-lost = Je n’ai pas ma clé secrète
follow-lost-code = Recevoir un code par courriel
follow-lost-text = Ou adressez-vous à nous. Ayez votre référence sous la main.
follow-no-reference = Écrivez la référence avec ses neuf lettres et chiffres, comme K7Q-F2M-XDR
follow-wrong = Aucune demande n’a cette référence et cette clé secrète. Vérifiez les deux.
status-open = Ouvert
status-waiting = En attente de vous
status-closed = Clos
standing-open = En cours
standing-waiting = C’est à vous
standing-late = En retard
standing-done = Clos
standing-closed = Nous avons clos cette demande le { $date } : { $name }.
standing-withdrawn = Vous avez retiré votre demande le { $date }.
standing-joined = D’autres ont signalé la même chose. Nous nous en occupons sous la référence { $name }.
standing-we-ask = Nous avons besoin d’une réponse de votre part.
standing-overdue = Nous sommes en retard. Nous avions promis d’avoir terminé au plus tard le { $date }. Veuillez nous en excuser.
standing-taken = { $name } s’occupe de votre demande.
standing-queued = Nous avons votre demande. Personne n’y travaille encore.
promised-by = Nous promettons d’avoir terminé au plus tard le { $date }.
promised-waiting = Notre délai est suspendu jusqu’à votre réponse. La date promise était le { $date }.
late-passed-on = { $name } a repris la demande le { $date }.
late-part = Le { $date }, nous avons demandé à { $name } d’en faire une partie, qui n’est pas encore terminée.
late-reopened = La demande a été rouverte le { $date }.
late-in-work = Nous vous avons répondu, et le travail prend plus de temps que prévu.
late-no-reason = Personne n’a encore noté pourquoi. Vous pouvez demander, ou faire une réclamation.
todo-title = Ce que vous devez faire
todo-nothing = Vous n’avez rien à faire.
todo-answer = Répondez à notre question :
todo-answer-link = Répondre maintenant
case-title = Demande { $reference }
case-standing = Où en est la demande
case-timeline = Ce qui s’est passé
case-asked = Ce que vous avez demandé
case-who = Qui est responsable
case-who-answers = répond pour cette administration
case-acts = Ce que vous pouvez faire
case-reached = Comment vous joindre
case-not-reached = Nous n’avons pas vos coordonnées.
case-public = Ce que tout le monde peut en voir
act-message = Nous écrire ou envoyer un fichier
act-message-text = La personne qui travaille sur votre demande le lit.
act-message-button = Envoyer
act-contact = Changer vos coordonnées
act-contact-text = Cela change la façon de vous joindre pour cette demande. Laissez tout vide si nous ne devons pas vous écrire.
act-contact-button = Enregistrer
act-withdrawal = Retirer votre demande
act-withdrawal-text = Nous cessons alors d’y travailler.
act-withdrawal-button = Retirer la demande
act-reopening = Ce n’est pas terminé : rouvrir
act-reopening-text = Dites-nous ce qui ne va toujours pas. Vous pouvez le faire pendant 60 jours.
act-reopening-button = Rouvrir
act-rating = Dire comment cela s’est passé
act-rating-text = Votre réponse compte dans les chiffres que tout le monde peut voir, sans votre nom.
act-rating-button = Envoyer
act-complaint = Faire une réclamation sur la façon dont nous avons traité votre demande
act-complaint-text = Une réclamation est une demande à part. Elle n’arrive jamais à la personne concernée.
act-complaint-button = Commencer une réclamation
act-appeal = Faire réexaminer la décision
act-appeal-text = Une autre personne que celle qui a décidé la réexamine.
act-appeal-button = Commencer un recours
act-words = Votre message
act-words-missing = Écrivez quelque chose, ou choisissez un fichier
act-files = Photos et documents (facultatif)
act-why = Pourquoi ? (facultatif)
act-cannot = Nous ne pouvons pas utiliser ceci. { $why }
act-too-late = Ce n’est plus possible. Revenez en arrière pour voir où en est votre demande.
rating-title = Comment cela s’est-il passé ?
rating-words = Avec vos mots (facultatif)
rating-missing = Choisissez une des cinq réponses
rating-5 = Très bien
rating-4 = Bien
rating-3 = Moyen
rating-2 = Mal
rating-1 = Très mal

### The portal: what everybody can see

reports-title = Ce que les gens ont signalé
reports-lead = Des signalements sur les rues, les parcs et d’autres choses qui sont à tous. Personne ne voit qui les a envoyés.
reports-status = État
reports-map = Afficher ceux qui sont ouverts sur une carte
reports-feed = Suivre cette liste par un flux (RSS)
reports-feed-one = Suivre ce signalement par un flux (RSS)
reports-none = Aucun signalement ne correspond. Choisissez d’autres filtres.
reports-due = Promis pour le
reports-joined = Un autre signalement vaut aussi pour celui-ci.
reports-picture = Photo
reports-again = Signaler autre chose
map-label = Carte
map-north = Nord
map-south = Sud
map-west = Ouest
map-east = Est
map-closer = Plus près
map-further = Plus loin
map-failed = La carte ne peut pas s’afficher. Utilisez la liste ou l’adresse.

### The portal: what you think, and what we say of ourselves

feedback-title = Que pensez-vous de cette page ?
feedback-text = Dites-nous ce qui marche et ce qui ne marche pas. Pour une de vos demandes, écrivez-nous là où vous la suivez.
feedback-score = Comment était-ce ?
feedback-words = Avec vos mots (facultatif)
feedback-words-hint = N’écrivez rien sur vous ici.
feedback-too-long = Pas plus de 4 000 caractères
feedback-button = Envoyer
feedback-thanks = Merci
feedback-thanks-text = Nous lisons chaque mot.
complaints-title = Réclamations et remerciements
complaints-lead = Dites-nous quand nous avons mal fait, et quand nous avons bien fait. Les deux comptent.
complaints-complaint = Quelqu’un a été impoli ou en retard, s’est trompé, a demandé de l’argent ou n’a pas répondu.
complaints-appeal = Vous n’êtes pas d’accord avec une décision.
complaints-compliment = Quelqu’un a bien fait son travail.
complaints-never = Ce que vous écrivez n’arrive jamais à la personne concernée.
accessibility-title = Est-ce que tout le monde peut s’en servir ?
accessibility-lead = Nous avons vérifié { $met } des { $all } points de la norme WCAG 2.2, et ils sont respectés.
accessibility-text = Toutes les pages marchent avec le clavier seul, avec un lecteur d’écran, sans scripts, en deux fois plus grand et sur un petit téléphone. Chaque page existe dans toutes les langues que vous pouvez choisir.
accessibility-tell = Quelque chose ne marche pas pour vous ? Dites-le-nous, et nous le corrigeons :
accessibility-table = Tous les points, et ce qui montre qu’ils sont respectés
translations-title = Ce qui n’est pas encore traduit
translations-lead = Tous les boutons et messages existent dans toutes les langues. Vous voyez ici s’il manque un texte de la ville.
translations-table = Ce qui est traduit
translations-messages = Messages manquants
translations-texts = Noms et textes manquants
translations-share = Part traduite
translations-missing = Ce qui manque en

### Ce qui s’est passé, dit à la personne

your-opened = Vous nous avez fait une demande
your-replied = Nous vous avons répondu
your-heard = Vous nous avez écrit
your-wait-started = Nous vous avons posé une question. Notre délai s’arrête jusqu’à votre réponse
your-wait-ended = Notre délai court de nouveau
your-transfer-accepted = { $name } a pris le relais
your-marked-duplicate = D’autres ont signalé la même chose. Nous répondons à tous ensemble
your-joined = Quelqu’un d’autre a signalé la même chose
your-contact-changed = Vous avez changé la façon de vous joindre
your-resolved = Nous l’avons close
your-reopened = Elle a été rouverte
your-withdrawn = Vous l’avez retirée
your-promise-missed = Nous n’avons pas tenu le délai promis
your-told = Nous vous avons écrit
your-feedback-invited = Nous vous avons demandé votre avis
your-rated = Vous avez donné votre avis
your-looked = Quelqu’un a consulté votre fiche

### Fichiers refusés

reports-waiting = En attente de la personne qui a fait la demande
upload-empty = { $name } est vide. Choisissez-le de nouveau.
upload-too-large = { $name } dépasse { $bound } Mo. Enregistrez-le en plus petit.
upload-too-many-pixels = { $name } a plus de { $bound } millions de points. Enregistrez-le en plus petit.
upload-not-what-it-says = { $name } n’est pas ce que dit son nom. Enregistrez-le de nouveau et envoyez-le.
upload-not-taken = Nous n’acceptons pas les fichiers comme { $name }. Envoyez une photo, un PDF ou du texte simple.
upload-not-a-picture = { $name } n’est pas une image. Envoyez une photo.
upload-heic = Nous ne pouvons pas lire { $name }. Partagez-le en JPEG ou envoyez une capture d’écran.
upload-animated = { $name } bouge. Envoyez une image fixe.
upload-unknown = Nous ne savons pas ce qu’est { $name }. Envoyez une photo, un PDF ou du texte simple.
upload-encoding = Nous ne pouvons pas lire le texte de { $name }. Enregistrez-le en UTF-8 ou en PDF.
upload-broken = { $name } est abîmé. Enregistrez-le de nouveau et envoyez-le.
upload-encrypted = { $name } a un mot de passe. Enregistrez-le sans mot de passe.
upload-active = { $name } peut agir tout seul. Imprimez-le dans un nouveau PDF et envoyez celui-ci.
upload-unchecked = Nous ne pouvons pas tout vérifier dans { $name }. Imprimez-le dans un nouveau PDF et envoyez celui-ci.
