/// Tests of the text messages by Twilio, and a faithful fake of its REST API.
@NullMarked
package fr.duret.permanence.channel.sms;

import org.jspecify.annotations.NullMarked;
