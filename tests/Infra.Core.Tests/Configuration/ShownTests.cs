using Infra.Core.Configuration;

namespace Infra.Core.Tests.Configuration;

public sealed class ShownTests
{
    [Fact]
    public void Long_text_is_cut_and_stays_on_one_line()
    {
        Assert.Equal($"'{new string('x', 60)}…'", Shown.Quoted(new string('x', 61)));
        Assert.Equal(new string('x', 60), Shown.Line(new string('x', 60)));
        Assert.Equal("a\\u000ab\\u001b\\u2028", Shown.Line("a\nb\u001b\u2028"));
        Assert.Equal("\\ufffd", Shown.Line("\ud800"));
    }

    [Fact]
    public void A_pair_of_surrogates_is_never_cut_in_half() => Assert.Equal(new string('x', 59) + "😀…", Shown.Line(new string('x', 59) + "😀😀"));

    [Fact]
    public void Long_lists_end_with_the_number_of_the_rest()
    {
        var names = Enumerable.Range(1, 17).Select(i => $"n{i}").ToArray();

        Assert.Equal("n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, n12, n13, n14, n15, n16", Shown.List(names[..16]));
        Assert.EndsWith("n15, n16 and 1 more", Shown.List(names), StringComparison.Ordinal);
        Assert.Equal("(none)", Shown.List([]));
    }
}
