using Infra.Planning.Rendering.Html;

namespace Infra.Planning.Tests.Rendering.Html;

public sealed class HtmlWriterTests
{
    [Fact]
    public void Text_and_values_of_attributes_are_escaped() => Assert.Equal(
        "<p title=\"&quot;&#39;&gt;&lt;&amp;\">&quot;&#39;&gt;&lt;&amp;lt;</p>\n",
        Written(static html => html.Element("p", "\"'><&lt;", ("title", "\"'><&"))));

    // A bidirectional override would let a name read otherwise than it is; a null character ends some parsers.
    [Fact]
    public void Characters_that_nobody_sees_are_shown() => Assert.Equal(
        "<span title=\"\\u202e\">a\\u0000\\u202eb\n\tc</span>",
        Written(static html => html.Element("span", "a\0\u202Eb\n\tc", ("title", "\u202E"))));

    [Fact]
    public void Elements_end_in_the_order_in_which_they_began() => Assert.Equal(
        "<ul class=\"tree\"><li hidden>one<input type=\"search\"></li>\n</ul>\n",
        Written(static html =>
        {
            using var list = html.In("ul", ("class", "tree"));
            using var item = html.In("li", ("hidden", ""), ("class", null));
            html.Text("one").Void("input", ("type", "search"));
        }));

    [Fact]
    public void Style_and_script_are_the_pages_own_and_have_their_hash()
    {
        Assert.Equal($"<style>{ReportAsset.Style.Text}</style>\n", Written(static html => html.Asset(ReportAsset.Style)));
        Assert.Matches("^'sha256-[A-Za-z0-9+/]{43}='$", ReportAsset.Script.Hash);
        Assert.NotEqual(ReportAsset.Script.Hash, ReportAsset.Style.Hash);
        Assert.DoesNotContain("://", ReportAsset.Style.Text + ReportAsset.Script.Text);
    }

    private static string Written(Action<HtmlWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(new HtmlWriter(text));
        return text.ToString();
    }
}
