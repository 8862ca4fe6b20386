# The desk: signing in, and what is around every page of it.
desk-sign-in = Se connecter
desk-sign-in-demo = Choisissez qui vous voulez être. Ceci est une démonstration.
desk-sign-in-others = Les autres qui travaillent ici
desk-sign-out = Se déconnecter
desk-sections = Où aller
desk-inbox = Boîte de réception
desk-signed-in = Connecté : { $name }
role-clerk = Agent d’accueil
role-specialist = Spécialiste
role-supervisor = Responsable d’équipe
role-analyst = Analyste
role-administrator = Administration
role-contact-centre = Centre de contact
desk-code = Votre code d’agent
desk-password-word = Mot de passe
desk-sign-in-wrong = Le code ou le mot de passe est faux. Essayez encore.
desk-sign-in-help = Pas de mot de passe, ou perdu ? Demandez-en un nouveau à ceux qui gèrent ce bureau.
desk-sign-in-as = Continuer en tant que { $name }
desk-sign-in-unknown = Vous êtes entré, mais aucun agent d’ici ne porte votre nom. Demandez à ceux qui gèrent ce bureau.
desk-slow-seconds = Trop d’essais. Attendez { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
  }, puis essayez encore.
desk-slow-minutes = Trop d’essais. Attendez { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }, puis essayez encore.
desk-password = Changer votre mot de passe
desk-password-lead = Vous serez déconnecté de tous les autres navigateurs.
desk-password-current = Votre mot de passe actuel
desk-password-new = Nouveau mot de passe
desk-password-again = Nouveau mot de passe, encore une fois
desk-password-hint = Au moins { $count } caractères. Quelques mots à la suite font l’affaire.
desk-password-change = Changer le mot de passe
desk-password-short = Le nouveau mot de passe est trop court. Au moins { $count } caractères.
desk-password-long = Le nouveau mot de passe est trop long. Au plus { $count } caractères.
desk-password-name = Le nouveau mot de passe est votre propre nom. Prenez d’autres mots.
desk-password-no-text = Le nouveau mot de passe contient des signes que personne ne peut taper. Enlevez-les.
desk-password-differs = Ce n’est pas le même que le nouveau mot de passe. Tapez-le encore.
desk-password-same = C’est le mot de passe que vous avez déjà. Choisissez-en un autre.
desk-password-wrong = Ce n’est pas votre mot de passe. Essayez encore.
desk-sessions = Où vous êtes connecté
desk-session-browser = Navigateur
desk-session-since = Depuis
desk-session-seen = Dernier usage
desk-session-here = Celui-ci
desk-session-end = Fermer
desk-sessions-end-others = Fermer toutes les autres
desk-sessions-colleagues = Collègues connectés
desk-colleague = Collègue
desk-sessions-count = { $count ->
    [one] { $count } navigateur
   *[other] { $count } navigateurs
  }
desk-browser-unknown = Navigateur inconnu
desk-status-serving = Avec un client
desk-status-available = Libre
desk-status-break = En pause
desk-status-away = Absent
desk-shift-none = Pas de service
desk-break-until = Pause jusqu’à { $time }
desk-break-over = Pause finie à { $time }
desk-shift = Votre service
desk-shift-status = Où en êtes-vous ?
desk-shift-minutes = Combien dure votre pause ?
desk-shift-channels = Comment servez-vous ?
desk-shift-languages = En quelles langues ?
desk-shift-begin = Commencer le service
desk-shift-change = Enregistrer
desk-shift-end = Finir le service
desk-shift-no-status = Choisissez où vous en êtes.
desk-shift-no-minutes = Choisissez combien dure votre pause.
desk-shift-no-channels = Choisissez au moins une façon de servir.
desk-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
  }
desk-notes-left = Laissé par votre équipe
desk-note-left = { $name }, { $time }
desk-shift-note = Note pour la personne suivante
desk-shift-note-hint = Votre équipe la voit en commençant. Les clients, jamais.
desk-note-wrong = Cette note est trop longue ou contient des signes que personne ne peut taper.
desk-hand-over = Remettez vos dossiers ouverts
desk-hand-nothing = Vous n’avez aucun dossier ouvert.
desk-hand-to = Où va-t-il ?
desk-hand-keep = Je le garde
desk-hand-queue = Retour à la file
desk-hand-words = Note pour votre équipe
desk-hand-not-to = Ce collègue ne peut pas travailler sur ce dossier. Choisissez quelqu’un d’autre.
event-signed-in = Un agent s’est connecté
event-sign-in-failed = Une connexion a échoué
event-signed-out = Un agent a été déconnecté
event-password-set = Un agent a un nouveau mot de passe
event-shift-begun = Un service a commencé
event-shift-ended = Un service a fini
event-visited = Une visite a changé
event-counter-changed = Un guichet a été ouvert ou quitté
event-lobby-changed = Un responsable a changé quelque chose pour tous ceux qui attendent
event-booked = Un rendez-vous a été pris ou changé
event-device-changed = Un écran ou une borne a été installé ou éteint
event-presence-changed = Un agent a dit s’il est présent
