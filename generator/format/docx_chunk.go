package format

func (d *docx) chunk(id string, f flow) {
	name, ok := d.relation(id)
	if !ok {
		name = "?"
	}
	d.unread = append(d.unread, name)
}
