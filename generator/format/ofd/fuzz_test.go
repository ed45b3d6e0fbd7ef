package ofd_test

import (
	"testing"

	"zhengce/generator/internal/filetest"
	"zhengce/generator/internal/formattest"
)

func FuzzOFD(f *testing.F) {
	for _, page := range []string{
		`<Page><Content><Layer><TextObject ID="1" Boundary="30 40 50 9" Size="5"><TextCode X="0" Y="5" DeltaX="g 3 5 -9" DeltaY="2 g 1 3">甲乙丙丁&amp;</TextCode></TextObject></Layer></Content></Page>`,
		`<Page><Area><PhysicalBox>0 0 210 297</PhysicalBox></Area><Content><PathObject Boundary="0 0 9 9"><AbbreviatedData>M 0 0 L 90 0 L 90 9 L 0 9 C M 45 0 L 45 9</AbbreviatedData></PathObject>` +
			`<TextObject CTM="0 1 -1 0 5 0" Size="3" ReadDirection="90"><CGTransform/><TextCode X="4" Y="5" DeltaY="3 3">一二三</TextCode></TextObject><TextObject Size="3" Boundary="50 0 9 9"><TextCode X="1" Y="4">四</TextCode></TextObject></Content></Page>`,
		`<Page><Template TemplateID="7"/><Content><CompositeObject ResourceID="9"/><TextObject Visible="false"><TextCode>旧</TextCode></TextObject></Content></Page>`,
	} {
		f.Add(page, `<Res><CompositeGraphicUnit ID="9"><Content><TextObject><TextCode>图</TextCode></TextObject></Content></CompositeGraphicUnit></Res>`,
			`<PageAnnot><Annot Type="Watermark"><Appearance Boundary="0 0 9 9"><TextObject><TextCode>印</TextCode></TextObject></Appearance><Remark>注</Remark></Annot></PageAnnot>`)
	}
	f.Fuzz(func(t *testing.T, page, res, annot string) {
		data := filetest.Zip([2]string{"OFD.xml", `<OFD><DocBody><DocRoot>D.xml</DocRoot></DocBody></OFD>`},
			[2]string{"D.xml", `<Document><CommonData><DocumentRes>R.xml</DocumentRes><TemplatePage ID="7" BaseLoc="T.xml"/></CommonData><Pages><Page ID="1" BaseLoc="P.xml"/><Page ID="2" BaseLoc="Q.xml"/></Pages><Annotations>A.xml</Annotations></Document>`},
			[2]string{"T.xml", `<Page><Content><TextObject Size="4" Boundary="30 9 9 9"><TextCode X="0" Y="4">页眉</TextCode></TextObject></Content></Page>`},
			[2]string{"A.xml", `<Annotations><Page PageID="1"><FileLoc>N.xml</FileLoc></Page></Annotations>`},
			[2]string{"P.xml", page}, [2]string{"Q.xml", page}, [2]string{"R.xml", res}, [2]string{"N.xml", annot})
		if !filetest.WellFormed(page, res, annot) {
			formattest.FuzzBroken(t, "x.ofd", data)
			return
		}
		formattest.Fuzz(t, "x.ofd", data)
	})
}
