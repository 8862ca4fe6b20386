//! The channels over which government and customers touch.

use crate::word::words;

words! {
    /// A channel of contact.
    Channel, "channel", {
        /// The portal in a browser.
        Web = "web",
        /// A phone application, through Open311.
        App = "app",
        /// A call.
        Phone = "phone",
        /// A visit to an office.
        Counter = "counter",
        /// E-mail.
        Email = "email",
        /// Text message.
        Text = "text",
        /// Web chat.
        Chat = "chat",
        /// Social network.
        Social = "social",
        /// Post.
        Letter = "letter",
        /// A member of staff who saw it on the way.
        Staff = "staff",
        /// Another computer, through the API.
        Api = "api",
        /// The house itself: jobs, imports, timers.
        House = "house",
    }
}
