using Infra.Planning.Model;

namespace Infra.Capture.Tests;

/// <summary>A state of a large platform has tens of megabytes, most of them outputs.</summary>
public sealed class LargeStateTests
{
    private const int Resources = 5_000;

    [Fact]
    public void Only_what_a_plan_needs_is_kept_of_fifty_megabytes()
    {
        using var text = new GeneratedText(Parts());
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var captured = CapturedPlan.Read(text);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;

        Assert.InRange(text.Length, 50_000_000, 60_000_000);
        Assert.Equal(Resources + 1, captured.Plan.Resources.Count);
        Assert.InRange(kept, 0, 16_000_000);
        Assert.Equal(new PlanValue.String("value 4999"), captured.Plan.Resources[^1].Inputs["own"]);
    }

    private static IEnumerable<string> Parts()
    {
        var outputs = string.Join(", ", Enumerable.Range(0, 200).Select(static i => $"\"output{i}\": \"{new string('x', 36)}\""));
        yield return """{"version": 3, "deployment": {"resources": [""";
        yield return Documents.Stack;
        for (var i = 0; i < Resources; i++)
        {
            yield return $$"""
                , {"urn": "urn:pulumi:dev::p::aws:s3/bucket:Bucket::b{{i}}", "custom": true, "id": "b{{i}}", "type": "aws:s3/bucket:Bucket", "inputs": {"own": "value {{i}}", "tags": {"team": "vision"} },
                "outputs": { {{outputs}} }, "parent": "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev", "provider": "{{Documents.Provider}}::1", "propertyDependencies": {"own": [], "tags": []} }
                """;
        }

        yield return "]}}";
    }

    /// <summary>Makes its text while it is read.</summary>
    private sealed class GeneratedText(IEnumerable<string> parts) : TextReader
    {
        private readonly IEnumerator<string> _parts = parts.GetEnumerator();
        private string _part = "";
        private int _next;

        public long Length { get; private set; }

        public override int Read(char[] buffer, int index, int count)
        {
            while (_next == _part.Length)
            {
                if (!_parts.MoveNext())
                {
                    return 0;
                }

                (_part, _next) = (_parts.Current, 0);
            }

            var length = Math.Min(count, _part.Length - _next);
            _part.CopyTo(_next, buffer, index, length);
            _next += length;
            Length += length;
            return length;
        }

        protected override void Dispose(bool disposing)
        {
            _parts.Dispose();
            base.Dispose(disposing);
        }
    }
}
