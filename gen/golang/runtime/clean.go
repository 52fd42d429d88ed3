// Which part of a text is the value, where that is not all of it.

package runtime

import "strings"

// clean cuts off what the source says. A text that does not have what is to be
// cut off stays whole.
func (s *source) clean(text string) string {
	text = strings.TrimPrefix(text, s.prefix)
	if s.before != "" {
		text, _, _ = strings.Cut(text, s.before)
	}
	if s.after != "" {
		if i := strings.LastIndex(text, s.after); i >= 0 {
			text = text[i+len(s.after):]
		}
	}
	return text
}
