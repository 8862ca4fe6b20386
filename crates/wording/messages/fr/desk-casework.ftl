# Merging, parents, corrections, approvals.
your-merged = Nous continuons dans une autre de vos demandes
your-unmerged = C’est de nouveau une demande à part
your-took-in = Une autre de vos demandes continue ici
your-gave-back = Votre autre demande est de nouveau à part
your-split-off = Nous avons fait une demande à part de ce que vous avez écrit
your-answers-corrected = Nous avons corrigé une de vos réponses
your-place-corrected = Nous avons corrigé le lieu
your-service-corrected = Nous avons corrigé le sujet : { $name }
your-offered = Nous vous proposons : { $name }
mail-merged = Votre demande { $reference } continue dans une autre
mail-unmerged = Votre demande { $reference } est de nouveau à part
mail-service-corrected = Nous avons corrigé votre demande { $reference }
standing-merged = Nous continuons sous { $name }.
your-extended = Nous avons convenu avec vous de plus de temps : maintenant le { $date }
event-extended = Plus de temps a été convenu : { $name }. Échéance maintenant le { $date }
promised-agreed = Nous avons convenu avec vous d’avoir terminé au plus tard le { $date }. Nous avions d’abord promis le { $before }.
desk-agreed = convenu ; promis d’abord pour le { $date }
desk-approvals = À décider
desk-approvals-link = { $count ->
    [0] À décider
   *[other] À décider ({ $count })
}
desk-approvals-none = Rien ne vous attend.
desk-approvals-case = Demandé à la hiérarchie
desk-approval-asks = { $name } demande : { $what }
desk-approval-outcome = Le clore comme « { $name } »
desk-approval-due = { $name } a jusqu’au { $date } pour répondre : il reste { $time }.
desk-approval-late = { $name } avait jusqu’au { $date } pour répondre : { $time } de retard.
desk-approval-asked = { $name } a reçu la question. Personne n’est au-dessus.
desk-approval-approved = Oui, le { $date }.
desk-approval-refused = Non, le { $date }.
desk-approval-message = Ce que la personne lira :
desk-approval-answer = La réponse :
desk-approval-yes = Oui, faites-le
desk-approval-no = Non
desk-pressing = Porté devant vous
desk-pressing-since = depuis le { $date }
desk-pressing-about-to-break = La promesse est sur le point d’être rompue,
desk-pressing-broken = La promesse n’a pas été tenue,
desk-pressing-reply-about-to-break = La première réponse est bientôt en retard,
desk-pressing-reply-broken = La première réponse est en retard,
desk-pressing-not-answered = Personne n’a répondu à temps,
desk-acts-offer = Ce que vous pouvez offrir
desk-acts-hand-on = Transmettre ou demander à d’autres
desk-acts-right = Corriger
desk-acts-together = Réunir ou séparer des dossiers
desk-act-waking = Reprendre le travail
desk-act-waking-button = Reprendre le travail
desk-act-rest = Le laisser attendre une date
desk-act-rest-button = Laisser attendre
desk-act-rest-says = Le délai continue. Le dossier revient ce jour-là, ou quand la personne écrit.
desk-act-until = Jusqu’à quand
desk-act-offer = Proposer
desk-act-offer-button = Le proposer
desk-act-amount = Combien ({ $unit })
desk-act-unit-days = jours ouvrés
desk-act-message = Ce que lit la personne
desk-act-superior-why = Pourquoi ? La hiérarchie le lit, pas la personne.
desk-act-ask = Demander à { $name }
desk-act-answered-by = Si vous demandez maintenant, { $name } a jusqu’au { $date } pour répondre.
desk-act-limit-none = Vous ne pouvez pas en décider seul.
desk-act-limit-alone = Vous pouvez en décider seul.
desk-act-limit = Seul, vous pouvez aller jusqu’à { $amount }.
desk-act-offered = Proposé le { $date } : { $what }
desk-act-then = Et ensuite
desk-act-stays-open = Laisser le dossier ouvert
desk-act-outcome-approval = Le clore avec une deuxième personne
desk-act-outcome-approval-button = Demander
desk-act-answers = Corriger des réponses
desk-act-answers-button = Corriger
desk-act-place = Corriger le lieu
desk-act-place-button = Corriger
desk-act-service = Il s’agit d’autre chose
desk-act-service-button = Corriger
desk-act-service-is = De quoi il s’agit
desk-act-merge = Fusionner avec un autre dossier
desk-act-merge-button = Fusionner
desk-act-unmerge = Le ressortir
desk-act-unmerge-button = En refaire un dossier à part
desk-act-split = Détacher des messages
desk-act-split-button = Créer un dossier
desk-act-parent = Y répondre avec un dossier principal
desk-act-parent-button = Le mettre sous ce dossier
desk-act-parent-of = Numéro du dossier principal
desk-act-parent-says = Ce qui est dit dans le dossier principal est dit ici aussi, une fois. Il se termine avec lui.
desk-act-leaving = Y répondre à part
desk-act-leaving-button = Y répondre de nouveau à part
desk-act-agencies = Services. Chacun reçoit sa propre tâche.
desk-family = Va avec
desk-family-goes-on = Il continue sous :
desk-family-parent = La réponse vient avec :
desk-family-merged = Continue ici aussi :
desk-family-split = Détaché de lui :
desk-family-about = Il vient de, ou concerne :
desk-family-children = { $count ->
    [one] Un dossier reçoit la même réponse.
   *[other] { $count } dossiers reçoivent la même réponse.
} { $open ->
    [0] Aucun n’est ouvert.
    [one] Un est ouvert.
   *[other] { $open } sont ouverts.
}
desk-family-list = Les afficher
desk-to-children = { $count ->
    [one] Un autre dossier reçoit les mêmes mots.
   *[other] { $count } autres dossiers reçoivent les mêmes mots.
}
desk-transfers = À qui on a demandé de le prendre
desk-transfer-asked = a reçu la demande, pas encore de réponse
desk-transfer-accepted = l’a pris le { $date }
desk-case-rests = En attente jusqu’au { $date }. Le délai court.
desk-changes = Ce qui a été corrigé
desk-change-by = { $name }, { $date }
desk-change-place = Lieu
desk-change-service = De quoi il s’agit
desk-change-before = avant :
desk-change-after = maintenant :
desk-back-to-case = Retour à
desk-merge-says = L’un des deux continue et l’autre y mène. La personne l’apprend une fois. Vous pouvez revenir en arrière tant que rien n’en dépend.
desk-merge-other = Numéro de l’autre dossier
desk-merge-look = Afficher les deux
desk-merge-unknown = Vous ne voyez pas d’autre dossier avec ce numéro.
desk-merge-opened = Ouvert le { $date }
desk-merge-due = Échéance le { $date }
desk-merge-keep = Continuer les deux sous
desk-split-says = Ce que vous choisissez devient un dossier à part. Son délai compte depuis le premier message. Fusionnez les deux pour revenir en arrière.
desk-split-none = La personne n’a pas écrit d’autre message.
desk-split-which = Quels messages parlent d’autre chose ?
desk-split-service = Que demandent-ils ?
