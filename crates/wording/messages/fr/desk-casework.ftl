# Merging, parents, corrections, approvals.
your-merged = Nous continuons dans une autre de vos demandes
your-unmerged = C’est de nouveau une demande à part
your-took-in = Une autre de vos demandes continue ici
your-gave-back = Votre autre demande est de nouveau à part
your-split-off = Nous avons fait une demande à part de ce que vous avez écrit
your-answers-corrected = Nous avons corrigé une de vos réponses
your-place-corrected = Nous avons corrigé le lieu
your-service-corrected = Nous avons corrigé le sujet : { $name }
your-offered = Nous vous proposons : { $name }
mail-merged = Votre demande { $reference } continue dans une autre
mail-unmerged = Votre demande { $reference } est de nouveau à part
mail-service-corrected = Nous avons corrigé votre demande { $reference }
standing-merged = Nous continuons sous { $name }.
