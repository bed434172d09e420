/// Text messages by Twilio: what it posts to us goes into the journal, what we owe leaves through
/// its REST API, and what it received while we were away is fetched.
///
/// It never looks at what a message means, and never answers by itself.
@NullMarked
package fr.duret.permanence.channel.sms;

import org.jspecify.annotations.NullMarked;
