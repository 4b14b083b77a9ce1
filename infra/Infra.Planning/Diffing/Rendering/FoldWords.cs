namespace Infra.Planning.Diffing.Rendering;

/// <summary>Why a value is folded, where it is shown all the same.</summary>
internal static class FoldWords
{
    public static string Of(Fold fold) => fold switch
    {
        Fold.Ignored => "ignored: ignoreChanges names it",
        Fold.Hidden => "hideDiffs names it",
        Fold.VersionLabel => "only repeats a version",
        Fold.Checksum => "checksum",
        Fold.Order => "the order says nothing",
        Fold.Format => "the same JSON",
        Fold.Dependency => "what isn't known may come from elsewhere",
        Fold.NotComparable => "only one side knows it",
        _ => "",
    };
}
