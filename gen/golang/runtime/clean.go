// Which part of a text is the value, where that is not all of it.

package runtime

import "strings"

// clean cuts off what the locator says. A text that does not have what is to be
// cut off stays whole.
func (l *locator) clean(text string) string {
	text = strings.TrimPrefix(text, l.prefix)
	if l.before != "" {
		text, _, _ = strings.Cut(text, l.before)
	}
	if l.after != "" {
		if i := strings.LastIndex(text, l.after); i >= 0 {
			text = text[i+len(l.after):]
		}
	}
	return text
}
