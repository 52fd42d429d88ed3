// Whether the server says that the request should be sent again.

package runtime

// told is the server's word by the first source that has one.
func (d *decoder) told(sources []source) hint {
	for i := range sources {
		for _, text := range d.texts(&sources[i], kindFlag) {
			//errgen:if cleanup
			text = sources[i].clean(text)
			//errgen:end
			switch text {
			case "true":
				return hintRetry
			case "false":
				return hintNoRetry
			}
		}
	}
	return 0
}
