### Call-backs: what customers read
visit-call = Demander qu’on vous rappelle
visit-call-title = Nous vous appelons quand c’est votre tour
visit-call-text = Vous gardez votre place et n’avez pas à venir. Le numéro ne sert qu’à cet appel. Il est effacé à la fin de la journée.
visit-call-hint = Par exemple 617 555 0134 ou +1 617 555 0134
visit-call-button = Rappelez-moi
visit-call-enough = Nous appelons déjà ce numéro pour d’autres tickets. Donnez-en un autre.
visit-call-change = Changer le numéro
visit-call-waiting = Nous vous appellerons
visit-call-number = Nous appelons le numéro qui finit par { $digits }.
visit-call-window = L’appel devrait venir entre { $from } et { $until }. Il peut venir plus tôt.
visit-call-late = Nous avions dit que l’appel viendrait avant { $until }, et nous sommes en retard. Nous sommes désolés. Vous gardez votre place.
visit-call-unknown = Nous ne pouvons pas dire quand. Nous essayons d’appeler avant la fermeture du bureau à { $time }.
visit-call-now = Nous vous appelons maintenant
visit-call-here = Vous êtes au téléphone avec : { $counter }
visit-call-missed = Vous n’avez pas répondu à notre appel
visit-call-again = Nous rappelons après { $time }. Vous gardez votre place.
visit-call-parked = On vous rappelle : { $counter }
visit-call-no-show = Nous avons appelé et vous n’avez pas répondu
visit-call-no-show-text = Nous avons essayé plusieurs fois. Reprenez place dans la file ou venez au bureau.
visit-passed-phone = { $counter }, par téléphone
mail-call-missed = Nous vous avons appelé : { $line }, { $office }
mail-call-missed-words = Vous avez demandé un appel à : { $office }, pour : { $line }. Nous avons appelé plusieurs fois sans réponse. Votre place dans la file est donc rendue.
mail-call-missed-again = Vous pouvez reprendre place dans la file, ou venir aux heures d’ouverture à : { $office }.

### Call-backs and written work at a counter

counter-call-back = Par téléphone
counter-call-now = Appelez par téléphone
counter-call-dial = Appeler le { $phone }
counter-call-none = Le numéro est effacé
counter-phone = Téléphone
counter-on-phone = Au téléphone avec vous
counter-answered = A répondu
counter-no-answer = Pas de réponse
counter-no-answer-does = Sans réponse, la personne garde sa place et on réessaie 10 minutes après, trois fois en tout.
counter-tried = { $count ->
    [one] Une fois sans réponse
   *[other] { $count } fois sans réponse
  }
counter-tried-again = nouvel essai après { $time }
counter-call-number = Numéro à rappeler
counter-call-optional = Numéro à rappeler, si la personne attend ailleurs
counter-call-home = Laisser partir et rappeler
counter-takes = Ce que vous prenez
counter-takes-live = Visites et appels
counter-takes-written = Travail écrit
counter-takes-both = Les deux, selon l’ordre
counter-case = Un dossier pour vous
counter-case-open = Ouvrir le dossier
counter-case-due = Échéance
counter-case-undue = Rien n’a été promis
counter-case-about = Sujet
counter-case-done = Le poser
counter-next-case = Pose ce dossier, qui reste le vôtre, et prend la suite. La barre d’espace aussi.
counter-order = Pourquoi ceci d’abord
counter-order-age = Ceci avait attendu plus que rien ne devrait.
counter-order-priority = Ceci passe avant le reste : { $why }.
counter-order-share = Ceci avait pris { $ahead } % du temps que nous promettons, et { $other } { $behind } %.
counter-order-place = Ceci est placé avant { $other }.
counter-order-kept = { $count ->
    [one] Le travail écrit attend : { $count } agent est libre pour les visites, et nous en gardons { $reserve }.
   *[other] Le travail écrit attend : { $count } agents sont libres pour les visites, et nous en gardons { $reserve }.
  }
lobby-windows = Appels dans le délai annoncé : { $kept } sur { $told }
