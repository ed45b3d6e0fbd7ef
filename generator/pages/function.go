package pages

import (
	"net/url"
	"slices"
	"strconv"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// functionFile returns the page of a function as a link destination.
func functionFile(name string) string { return "/" + catalog.FunctionPath(name) + ".md" }

const (
	// functionRows is how many tasks a function's page shows, divided among its bodies; their own
	// pages have all.
	functionRows = 40
	// functionBodies is how many bodies it names; the list of agencies has all.
	functionBodies = 40
)

// functionPages set the bodies of one function in all regions side by side, after their list.
func functionPages(c *catalog.Catalog) []*page {
	index := newPage("compare/functions.md", "职能对照", "同一职能的部门在各地区的任务")
	index.say("部门按职能归类，名称各地不同而职能相同的列在一起；职能据名录，名录没有的部门不列。")
	t := &table{name: "compare/functions", caption: "各职能的部门和任务", head: append([]string{"职能", "地区", "部门", "任务"}, roleHeads(c.Roles)...)}
	out := []*page{index}
	for _, f := range c.Functions() {
		out = append(out, functionPage(c, f))
		regions := map[string]bool{}
		tasks, roles := 0, policy.RoleCount{}
		for _, a := range f.Agencies {
			regions[a.Region] = true
			tasks += len(a.Tasks)
			for role, n := range a.Roles {
				roles[role] += n
			}
		}
		t.row(append([]inline{link(f.Name, file(f), ""), number0(len(regions)), number0(len(f.Agencies)), number0(tasks)}, roleCells(c.Roles, roles, number0)...)...)
	}
	index.table(t)
	return out
}

// functionPage shows what the bodies of f must do in their regions.
func functionPage(c *catalog.Catalog, f *catalog.Function) *page {
	p := newPage(f.Path()+".md", "职能："+f.Name, "各地区承担“"+f.Name+"”职能的部门及其任务")
	p.section("agencies", "各地部门")
	t := &table{name: f.Path(), caption: "各地部门", head: slices.Concat([]string{"地区", "部门", "任务"}, roleHeads(c.Roles), []string{"文件"})}
	tasks := &table{name: f.Path() + "-tasks", caption: "各地任务", filter: []int{1, 3}, head: []string{"地区", "部门", "角色", "任务原文", "共同承担", "文件", "条款"}}
	cutShort, share := false, max(1, functionRows/min(len(f.Agencies), functionBodies))
	for _, a := range f.Agencies[:min(len(f.Agencies), functionBodies)] {
		t.row(slices.Concat([]inline{plain(orUnknown(a.Region)), link(a.Name, file(a), ""), number0(len(a.Tasks))},
			roleCells(c.Roles, a.Roles, number0), []inline{number0(len(a.Documents))})...)
		for _, x := range a.Tasks[:min(len(a.Tasks), share)] {
			tasks.row(plain(orUnknown(a.Region)), link(a.Name, file(a), ""), plain(x.Role.Name()), taskWords(x.Task), partners(a, x), short(x.Document), sentence(x.Task))
		}
		cutShort = cutShort || len(a.Tasks) > share
	}
	if n := len(f.Agencies); n > functionBodies {
		p.para(add(plain("下表为前 "+strconv.Itoa(functionBodies)+" 个，全部 "+strconv.Itoa(n)+" 个见"), link("责任部门", "/agencies/index.html?f.function="+url.QueryEscape(f.Name), ""), plain("。")), "")
	}
	p.table(t)
	p.section("tasks", "各地任务")
	if cutShort {
		p.say("每个部门列出前 %d 项，全部任务见部门页。", share)
	}
	p.table(tasks)
	return p
}
