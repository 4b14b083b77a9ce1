using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Infra.Core.Catalog;

namespace Infra.Capacity.Scenarios;

/// <summary>The page <c>docs/capacity-seeds.md</c>.</summary>
public static class SeedPage
{
    private const string Head = """
        # What the seeds promise, and what comes out

        The documents that this project began with end in percentages. Here they are put to the test: their services are simulated (`Infra.Capacity/Scenarios`), before and after,
        with parameters that the documents state, that our catalogue has, that somebody measured and published, or that are called assumptions below. Nothing was tuned towards a claim.
        This page is what `./run scenarios --markdown` writes; a test holds it against what comes out.


        """;

    private const string Remarks = """

        How to read it:

        * A claim counts as confirmed where at least as much comes out, in the same direction. Which quantity a document means it doesn't say; the third column is what it is taken for.
        * The classifier before has no GPU, and after it has one: what is faster is the hardware. Per dollar of a node a V100 that takes one image after the other pays less than the CPUs did.
        * Of DeepSeek both sides have the same machine and the same times for a token; what differs is how many requests share an iteration. Both are a roofline, which real servers stay behind, and transformers further than vLLM.
        * That GPUs work more on the platform is false at the same load: batches need fewer iterations for the same answers, so that they work less. They can work for more answers.
        * Not simulated: the seed's autoscaling between 2 and 8 by CPU, whose CPU per request nobody states; the 30 % utilisation of machines that are sized for a peak; the customer of whom ×3.8 and −62 % are told, of whom nothing else is.

        ## Parameters

        """;

    /// <summary>The page.</summary>
    /// <param name="claims">What came out.</param>
    public static string Render(ImmutableArray<SeedClaim> claims)
    {
        var text = new StringBuilder(Head);
        text.Append("| row | the document says | taken for | before | after | change | promised | verdict |\n|---|---|---|--:|--:|--:|--:|---|\n");
        foreach (var claim in claims)
        {
            var (verdict, rest) = claim.Verdict;
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", SeedFigures.Of(claim))} | {(claim.IsConfirmed ? verdict : $"**{verdict}**")}{rest} |\n");
        }
        text.Append(Remarks).Append(CultureInfo.InvariantCulture, $"\nPrices are those of our catalogue for us-east-1, as of {InstanceCatalog.Default.AsOf:yyyy-MM-dd}, on demand.\n\n| scenario | parameter | value | source |\n|---|---|---|---|\n");
        foreach (var scenario in SeedScenarios.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {scenario.Name} | price of the node | {scenario.UsdPerHour} $/h | our catalogue |\n");
            foreach (var (parameter, value, source) in scenario.Parameters)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {scenario.Name} | {parameter} | {value} | {source} |\n");
            }
        }
        return text.ToString();
    }
}
