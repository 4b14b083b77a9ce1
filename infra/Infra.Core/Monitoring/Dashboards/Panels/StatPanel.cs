using Newtonsoft.Json.Linq;

namespace Infra.Core.Monitoring.Dashboards.Panels;

/// <summary>One large number.</summary>
public sealed record StatPanel() : NumberPanel("stat")
{
    /// <inheritdoc/>
    public override int Height => 4;

    private protected override JObject Options() => new()
    {
        ["reduceOptions"] = Newest(),
        ["graphMode"] = "none",
        ["colorMode"] = "value",
        ["justifyMode"] = "auto",
        ["textMode"] = "auto",
        ["orientation"] = "auto",
        ["wideLayout"] = true,
        ["showPercentChange"] = false,
        ["percentChangeColorMode"] = "standard",
    };
}
