// The choice among errors that may have the same wire code: by its domain, the
// status, and their conditions.

package runtime

// An agreement is how well the statuses that the catalog gives an error agree
// with one.
type agreement uint8

const (
	noAgreement agreement = iota
	anyStatus             // it gives none
	rangeOfMany           // by a range, such as 5XX
	thisStatus
)

// usualAgreement is the agreement where the catalog gives no more than one status.
func (c Code) usualAgreement(status int) agreement {
	switch c.Status() {
	case 0:
		return anyStatus
	case status:
		return thisStatus
	}
	return noAgreement
}

// A choice is being made among the errors that have one wire code.
type choice struct {
	query
	best  Code // of those that agree, the first of the highest rank
	rank  int
	last  Code // of those that don't disagree but by their status
	count int  // of them
}

// consider takes an error into account.
func (m *choice) consider(c Code) {
	const statusRank = 4 // a step of it is above what a condition says
	rank := statusRank * int(c.agreement(m.status))
	//errgen:if domains
	switch domain := c.Domain(); {
	case domain == "":
	case domain == m.domain:
		if rank > 0 {
			const domainRank = 16 // above all that status and condition say
			rank += domainRank
		}
	case m.domain == "":
		rank = 0
	default:
		return
	}
	//errgen:end
	//errgen:if conditions
	if c.conditional() {
		if !m.holds(c) {
			return
		}
		if rank > 0 {
			rank++
		}
	}
	//errgen:end
	m.last = c
	m.count++
	if rank > m.rank {
		m.best, m.rank = c, rank
	}
}

// made is the choice: the error that agrees best, else, where there is but one,
// an error that usually has another status.
func (m *choice) made() (c Code, agrees bool) {
	switch {
	case m.rank > 0:
		return m.best, true
	case m.count == 1:
		return m.last, false
	}
	return 0, false
}

//errgen:if rivals

// among chooses among the errors that have a wire code.
func among(q query, codes ...Code) (c Code, agrees bool) {
	m := choice{query: q}
	for _, c := range codes {
		m.consider(c)
	}
	return m.made()
}

//errgen:end
