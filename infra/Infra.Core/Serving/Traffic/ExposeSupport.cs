using Infra.Core.Configuration;

namespace Infra.Core.Serving.Traffic;

/// <summary>Who can do what with requests: the one table that the checks of configuration and component ask.</summary>
/// <remarks>
/// Sources: Envoy Gateway v1.9.0, its API and "Tasks"; AWS Load Balancer Controller v3.5.0, "Ingress annotations"; EKS user guide, "Create an IngressClass to
/// configure an Application Load Balancer", which names neither transforms nor the check of tokens, so that an annotation for them might do nothing, unseen.
/// </remarks>
public static class ExposeSupport
{
    /// <summary>Whether somebody can do something.</summary>
    public static bool Has(ExposeVia via, ExposeFeature feature) => Features(via).Contains(feature);

    /// <summary>Adds a problem for each thing that can't be done.</summary>
    /// <param name="path">Path of <c>expose</c>.</param>
    /// <param name="via">Who exposes the model.</param>
    /// <param name="features">What the model asks for.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(string path, ExposeVia via, IEnumerable<ExposeFeature> features, ConfigProblems problems)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(problems);
        foreach (var feature in features.Where(feature => !Has(via, feature) && !problems.Cover($"{path}.{feature.Key}")))
        {
            var able = ExposeVias.All.Where(other => Has(other, feature)).Select(ExposeVias.Words);
            problems.Add(
                $"{path}.{feature.Key}",
                $"{ExposeVias.Words(via)} can't have {feature.Words}{Reason(via, feature)}; these can: {string.Join(", ", able)}; change via{(feature.Key == "via" ? "" : $" or {feature.Key}")}");
        }
    }

    private static string Reason(ExposeVia via, ExposeFeature feature) =>
        via == ExposeVia.Ingress && feature != ExposeFeature.Shares && !feature.Key.StartsWith("tls.", StringComparison.Ordinal) ? ", unless annotations of the class' controller say it"
        : ExposeVias.IsAlb(via) && (feature == ExposeFeature.RateLimit || feature == ExposeFeature.MaxBody) ? " of its own (AWS WAF can, see traffic.alb.webAclArn)"
        : "";

    private static IEnumerable<ExposeFeature> Features(ExposeVia via) => via switch
    {
        ExposeVia.Gateway =>
        [
            ExposeFeature.Rewrite, ExposeFeature.MaxBody, ExposeFeature.IdleTimeout, ExposeFeature.RateLimit,
            ExposeFeature.Jwt, ExposeFeature.Oidc, ExposeFeature.ApiKeys, ExposeFeature.Basic, ExposeFeature.Grpc,
            ExposeFeature.Issuer, ExposeFeature.TlsSecret, ExposeFeature.AllowedCidrs, ExposeFeature.InternetFacing, ExposeFeature.Shares,
        ],
        ExposeVia.Alb => [ExposeFeature.Rewrite, ExposeFeature.Jwt, ExposeFeature.Oidc, .. AnyAlb],
        ExposeVia.AutoModeAlb => AnyAlb,
        ExposeVia.Ingress => [ExposeFeature.Issuer, ExposeFeature.TlsSecret, ExposeFeature.Annotations],
        _ => throw new ArgumentOutOfRangeException(nameof(via), via, null),
    };

    private static IEnumerable<ExposeFeature> AnyAlb =>
        [ExposeFeature.IdleTimeout, ExposeFeature.Grpc, ExposeFeature.AcmCertificate, ExposeFeature.AllowedCidrs, ExposeFeature.InternetFacing, ExposeFeature.Shares];
}
