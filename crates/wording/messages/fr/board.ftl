# Un écran dans la salle d’attente.
board-off-title = Cet écran n’est pas installé
board-off-what = La personne qui s’en occupe peut demander une nouvelle adresse et l’ouvrir ici une fois.
board-come = Ticket { $ticket }, allez au { $counter }.
board-closed = Ce bureau est fermé.
board-opens = Ce bureau est fermé. Il rouvre : { $time }.
board-nobody-called = Personne n’est appelé pour le moment.
board-ticket = Ticket
board-counter = Allez au
board-before = Appelés avant
board-waits = Combien de temps
board-nobody = personne n’attend
board-nobody-waits = Personne n’attend.
board-range = { $from } à { $to } min
board-waiting = { $count ->
    [one] { $count } personne attend
   *[other] { $count } personnes attendent
  }
board-updated = Mis à jour à
board-lost = Connexion perdue – écoutez votre numéro
board-sound = Mettre le son
board-emergency = Nous avons dû fermer. Sortez par la sortie la plus proche.
board-back = { $counter } rouvre à { $time }
