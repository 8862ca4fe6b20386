# Un guichet : qui est là, que faire, qui attend.
counter-title = Guichet
counter-choose = Choisissez votre guichet
counter-choose-text = La personne suivante est appelée là où vous êtes.
counter-none = Vous ne recevez personne dans aucun bureau.
counter-sit = Prendre ce guichet
counter-taken = { $name } est ici
counter-leave = Quitter le guichet
counter-nobody = Il n’y a personne à votre guichet
counter-next = Suivant
counter-next-calls = Appelle la personne suivante. La barre d’espace aussi.
counter-next-ends = Termine cette visite et appelle la suivante. La barre d’espace aussi.
counter-here = À votre guichet
counter-for = Vient pour
counter-waited = A attendu
counter-speaks = Parle
counter-first = Passe avant parce que
counter-like-everybody = Attend comme tout le monde
counter-undo = Annuler
counter-begin = La personne est là
counter-again = Rappeler
counter-no-show = N’est pas venu
counter-park = Mettre de côté
counter-back = Remettre dans la file
counter-pass-on = Passer à quelqu’un
counter-pass-to = À qui
counter-to-line = Qui s’occupe de
counter-to-counter = Un guichet
counter-to-officer = Un collègue
counter-also = Autre chose aussi
counter-also-button = Ajouter
counter-finish = Terminer
counter-outcome = Résultat
counter-outcome-none = C’est fait
counter-line = Dans la file
counter-line-none = Personne n’attend.
counter-waiting = Attendent
counter-longest = Plus longue attente
counter-late = plus que promis
counter-soon = bientôt trop
counter-parked = Vous avez mis de côté
counter-call = Appeler
counter-change = Modifier
counter-let-in = Donner un ticket
counter-given = Le ticket { $ticket } est dans la file.
counter-why-health = Ne peut pas attendre longtemps
counter-why-disability = Un handicap
counter-why-infant = Avec un bébé, ou enceinte
counter-why-our-mistake = Nous nous sommes trompés
counter-why-danger = Quelqu’un est en danger
counter-called = { $count ->
    [one] Appelé une fois
   *[other] Appelé { $count } fois
  }
counter-more = { $count ->
    [one] { $count } autre attend.
   *[other] { $count } autres attendent.
  }
