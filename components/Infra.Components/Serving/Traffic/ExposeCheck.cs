using Infra.Core.Configuration;
using Infra.Core.Serving;
using Infra.Core.Serving.Traffic;
using Infra.Core.Units;

namespace Infra.Components.Serving.Traffic;

/// <summary>Finds everything that is wrong with how a model is exposed.</summary>
internal static class ExposeCheck
{
    /// <summary>Adds the problems.</summary>
    /// <param name="path">Path of <c>expose</c>.</param>
    /// <param name="expose">What was asked for.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Run(string path, ExposeArgs expose, ConfigProblems problems)
    {
        void Refuse(bool wrong, string key, string message)
        {
            if (wrong)
            {
                problems.Add($"{path}.{key}", message);
            }
        }

        var found = ExposeVias.Find(expose.Via);
        Refuse(found is null, "via", $"'{expose.Via}' is no way to expose a model; there are: {string.Join(", ", WireNames.All<ExposeVia>())}");
        Refuse(!PublicPath.IsPath(expose.Path), "path", $"'{expose.Path}' is no path; allowed: {PublicPath.AllowedForm}");
        Refuse(expose.Rewrite is { } rewrite && !PublicPath.IsPath(rewrite), "rewrite", $"'{expose.Rewrite}' is no path; allowed: {PublicPath.AllowedForm}");
        Refuse(expose.MaxBody is { } size && !ByteSize.TryParse(size, out _), "maxBody", $"'{expose.MaxBody}' is no size; allowed: {ByteSize.AllowedForm}");
        if (found is not { } via)
        {
            return;
        }

        var isGateway = via == ExposeVia.Gateway;
        Refuse(isGateway && expose.Gateway is null, "gateway", "missing; name the gateway that the routes belong to");
        Refuse(!isGateway && expose.IngressClass is null, "ingressClass", "missing; an Ingress needs a class, or nobody looks after it");
        Refuse(ExposeVias.IsAlb(via) && expose.SourceCidrs.Count == 0, "sourceCidrs", "missing; name the networks of the load balancer's subnets, or the model's network policy keeps it out");
        Refuse(!ExposeVias.IsAlb(via) && expose.SourceNamespace is null, "sourceNamespace", "missing; name the namespace of the pods that requests come from, or the model's network policy keeps them out");
        Refuse(expose.RateLimit is { RequestsPerPod: < 1 } limit, "rateLimit.requestsPerPod", $"{expose.RateLimit?.RequestsPerPod} is less than 1");
        if (expose.RateLimit is { } rate)
        {
            _ = ArgumentProblems.Parse<RateUnit>(rate.Per, $"{path}.rateLimit.per", problems);
        }

        if (expose.Failover is { } role)
        {
            _ = ArgumentProblems.Parse<FailoverRole>(role, $"{path}.failover", problems);
        }

        expose.InferencePool?.Check($"{path}.inferencePool", problems);
        ExposeRequest.Check(path, via, Request(expose), problems);
    }

    /// <summary>Adds a problem where no request gets to the model's interface.</summary>
    public static void CheckPath(string path, ExposeArgs expose, RuntimeSpec runtime, bool hasTransformer, ConfigProblems problems) =>
        ExposeRequest.CheckPath(path, new PublicPath(expose.Path, expose.Rewrite), runtime, expose.GrpcHost is not null, hasTransformer, problems);

    private static ExposeRequest Request(ExposeArgs expose) => new()
    {
        Host = expose.Host,
        GrpcHost = expose.GrpcHost,
        Path = new PublicPath(expose.Path, expose.Rewrite),
        Certificates = [.. Certificates(expose.Tls)],
        HasTls = expose.Tls is not null,
        HasMaxBody = expose.MaxBody is not null,
        IdleTimeoutSeconds = expose.IdleTimeoutSeconds,
        HasRateLimit = expose.RateLimit is not null,
        Authentication = [.. Authentication(expose.Authentication)],
        OidcEndpoints = expose.Authentication?.Oidc is { AuthorizationEndpoint: not null, TokenEndpoint: not null, UserInfoEndpoint: not null },
        Networks = expose.AllowedCidrs.Count,
        HasAnnotations = expose.Annotations.Count > 0,
        HasInferencePool = expose.InferencePool is not null,
    };

    private static IEnumerable<ExposeFeature> Certificates(ExposeTlsArgs? tls)
    {
        if (tls?.CertificateArn is not null)
        {
            yield return ExposeFeature.AcmCertificate;
        }

        if (tls?.Issuer is not null)
        {
            yield return ExposeFeature.Issuer;
        }

        if (tls?.Secret is not null)
        {
            yield return ExposeFeature.TlsSecret;
        }
    }

    private static IEnumerable<ExposeFeature> Authentication(AuthenticationArgs? authentication)
    {
        if (authentication?.Jwt is not null)
        {
            yield return ExposeFeature.Jwt;
        }

        if (authentication?.Oidc is not null)
        {
            yield return ExposeFeature.Oidc;
        }

        if (authentication?.ApiKeys is not null)
        {
            yield return ExposeFeature.ApiKeys;
        }

        if (authentication?.BasicSecret is not null)
        {
            yield return ExposeFeature.Basic;
        }
    }
}
