using System.Collections.Immutable;
using Infra.Core.Configuration;

namespace Infra.Core.Tests.Configuration;

public sealed class ConfigBinderPropertyTests
{
    private const string Root = "gpu-inference:pools";

    private const string Document =
        """
        [{"name": "t4", "instanceTypes": ["g4dn.xlarge"], "capacity": {"min": 1, "max": 4, "kind": "spot"}, "rootVolume": "200Gi",
          "reserved": 0.5, "grace": "1m30s", "labels": {"a": "1"}, "comment": null, "legacy": true, "spotShare": 0.25, "ports": [80]}]
        """;

    // What typists, templates and attackers put into JSON.
    private static readonly string[] s_pieces =
    [
        "", "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "-", "0", "1e400", "-0.0", "1.5", "99999999999999999999", "{}", "[[[[", "{\"secure\":\"x\"}",
        "\"\\ud800\"", "\"\\udc00\":1,", "\ud800", "\u0000", "\n", "\"name\":", "\"capacity\":{},", "\"16GB\"", "\"\"", "// c", "😀", "NaN", "٣",
    ];

    [Fact]
    public void No_text_makes_the_binder_throw_and_every_problem_lies_under_the_key() =>
        Properties.Hold<(int Position, int Length, int Piece)[]>(mutations => BindsOrExplains(Mutate(mutations)), tests: 3000);

    [Fact]
    public void Nor_does_any_arbitrary_text() => Properties.Hold<FsCheck.NonNull<string>>(text => BindsOrExplains(text.Get));

    private static bool BindsOrExplains(string json)
    {
        var problems = new ConfigProblems();
        var pools = ConfigBinder.Bind<ImmutableArray<SamplePool>>(Root, json, problems);
        var isUsable = !pools.IsDefault && pools.All(pool => pool is { Name: not null, InstanceTypes.IsDefault: false, Ports.IsDefault: false, Labels: not null });
        return (isUsable || !problems.IsEmpty)
            && problems.All.All(problem => ConfigPath.IsAtOrBelow(problem.Path, Root) && problem.Message.Length > 0 && !problem.ToString().Any(char.IsControl));
    }

    private static string Mutate((int Position, int Length, int Piece)[] mutations) =>
        mutations.Aggregate(Document, (text, mutation) =>
        {
            var position = (int)((uint)mutation.Position * 31 % (uint)(text.Length + 1));
            var length = Math.Min((int)((uint)mutation.Length % 8), text.Length - position);
            return text.Remove(position, length).Insert(position, s_pieces[(uint)mutation.Piece % (uint)s_pieces.Length]);
        });
}
