package clock

import (
	"fmt"

	"zhengce/generator/policy"
)

// A day is a day of the calendar; the zero day is none.
type day struct{ year, month, day int }

// String returns the day as YYYY-MM-DD, or "" for none.
func (d day) String() string {
	if d.year == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// monthDays returns how many days a month has.
func monthDays(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// valid reports whether there is such a day.
func (d day) valid() bool {
	return d.year > 0 && 1 <= d.month && d.month <= 12 && 1 <= d.day && d.day <= monthDays(d.year, d.month)
}

// plus returns the day n days later; n may be negative.
func (d day) plus(n int) day {
	for d.day += n; d.day < 1; d.day += monthDays(d.year, d.month) {
		if d.month--; d.month == 0 {
			d.year, d.month = d.year-1, 12
		}
	}
	for d.day > monthDays(d.year, d.month) {
		d.day -= monthDays(d.year, d.month)
		if d.month++; d.month > 12 {
			d.year, d.month = d.year+1, 1
		}
	}
	return d
}

// plusMonths returns the same day of the month n months later, or the last day of a shorter one.
func (d day) plusMonths(n int) day {
	at := d.month - 1 + n
	d.year, d.month = d.year+at/12, at%12+1
	d.day = min(d.day, monthDays(d.year, d.month))
	return d
}

// lastOf returns the last day of the length l that begins with d.
func (d day) lastOf(l policy.Length) day {
	return d.plusMonths(12*l.Years + l.Months).plus(l.Days - 1)
}

// readDay reads YYYY-MM-DD.
func readDay(iso string) day {
	var d day
	if _, err := fmt.Sscanf(iso, "%4d-%2d-%2d", &d.year, &d.month, &d.day); err != nil || !d.valid() {
		return day{}
	}
	return d
}
