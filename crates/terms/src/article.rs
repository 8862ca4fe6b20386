//! What becomes of an article, and who reads it.

use crate::word::words;

words! {
    /// Where an article stands.
    ArticleState, "state of an article", {
        /// It is being written; only officers see it.
        Draft = "draft",
        /// Its audience reads it.
        Published = "published",
        /// Nobody is led to it any more.
        Retired = "retired",
    }
}

words! {
    /// Who reads an article.
    ArticleAudience, "audience of an article", {
        /// Those who serve.
        Officers = "officers",
        /// Everybody.
        Everybody = "everybody",
    }
}

words! {
    /// What was done to an article.
    ArticleChange, "change of an article", {
        /// Its text in one language was written.
        Written = "written",
        /// Its owner, its audience, its services or its words to be found by were changed.
        Changed = "changed",
        /// It was published.
        Published = "published",
        /// It was retired.
        Retired = "retired",
        /// Somebody read it through and found it right.
        Reviewed = "reviewed",
        /// It was put on the pages of its services.
        Placed = "placed",
        /// It was taken off them.
        Unplaced = "unplaced",
        /// It was taken over from the city's data.
        TakenOver = "taken-over",
    }
}
