using Infra.Core.Serving.Traffic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi;

namespace Infra.Components.Serving.Traffic;

/// <summary>What AWS Load Balancer Controller has to know of a model's Ingress (v3.5.0, "Ingress annotations"); scheme, group and what is the load balancer's alone stand in the class.</summary>
internal static class AlbAnnotations
{
    private const string Prefix = "alb.ingress.kubernetes.io/";

    /// <summary>The annotations.</summary>
    /// <param name="spec">The model.</param>
    /// <param name="expose">What was asked for.</param>
    /// <param name="shares">Where requests go.</param>
    /// <param name="grpc">Whether it is the Ingress of the gRPC interface.</param>
    public static InputMap<string> For(ServingSpec spec, ExposeArgs expose, IReadOnlyList<TrafficSplit> shares, bool grpc)
    {
        var service = shares[0].Service;
        var annotations = new InputMap<string>
        {
            // Straight to pods: no second hop over nodes, and a pod counts as ready only when the load balancer has it.
            [Prefix + "target-type"] = "ip",
            [Prefix + "group.order"] = $"{AlbRules.OrderOf(grpc ? ExposeArgs.RootPath : expose.Path)}",
            [Prefix + "listen-ports"] = expose.Tls is null ? """[{"HTTP":80}]""" : """[{"HTTP":80},{"HTTPS":443}]""",
            [Prefix + "target-group-attributes"] = Attributes(spec),
        };
        if (expose.Tls is { } tls)
        {
            annotations.Add(Prefix + "ssl-redirect", "443");
            annotations.Add(Prefix + "certificate-arn", tls.CertificateArn!);
        }

        if (grpc)
        {
            // Its health checks are calls of a method that no server has; the answer "unimplemented" (12) is healthy by default.
            annotations.Add(Prefix + "backend-protocol-version", "GRPC");
        }
        else
        {
            annotations.Add(Prefix + "healthcheck-path", expose.Front?.HealthPath ?? spec.Runtime.ReadyPath);
            annotations.Add(Prefix + "healthcheck-interval-seconds", "10");
            if (expose.Rewrite is not null)
            {
                annotations.Add($"{Prefix}transforms.{service}", Rewrite(new PublicPath(expose.Path, expose.Rewrite)));
            }
        }

        if (shares.Count > 1)
        {
            annotations.Add($"{Prefix}actions.{service}", Forward(shares));
        }

        if (expose.AllowedCidrs.Count > 0)
        {
            annotations.Add($"{Prefix}conditions.{service}", Json(new JArray(new JObject
            {
                ["field"] = "source-ip",
                ["sourceIpConfig"] = new JObject { ["values"] = new JArray(expose.AllowedCidrs) },
            })));
        }

        if (expose.Authentication is { } authentication)
        {
            AddAuthentication(annotations, authentication);
        }

        if (expose.WebAclArn is { } acl)
        {
            annotations.Add(Prefix + "wafv2-acl-arn", acl);
        }

        return annotations;
    }

    // Requests of a model differ in length by far, so that turns would load replicas unevenly. Slow start excludes this way of choosing; a replica
    // that is still loading isn't ready, and so gets nothing anyway.
    private static string Attributes(ServingSpec spec) =>
        $"deregistration_delay.timeout_seconds={Math.Min(spec.Args.LongestRequestSeconds, AlbRules.MostDeregistrationSeconds)},load_balancing.algorithm.type=least_outstanding_requests";

    private static string Rewrite(PublicPath path) => Json(new JArray(new JObject
    {
        ["type"] = "url-rewrite",
        ["urlRewriteConfig"] = new JObject { ["rewrites"] = new JArray(new JObject { ["regex"] = path.RewriteRegex, ["replace"] = path.RewriteReplacement }) },
    }));

    private static string Forward(IReadOnlyList<TrafficSplit> shares) => Json(new JObject
    {
        ["type"] = "forward",
        ["forwardConfig"] = new JObject
        {
            ["targetGroups"] = new JArray(shares.Select(share => new JObject { ["serviceName"] = share.Service, ["servicePort"] = share.Port, ["weight"] = share.Weight })),
        },
    });

    private static void AddAuthentication(InputMap<string> annotations, AuthenticationArgs authentication)
    {
        if (authentication.Jwt is { } jwt)
        {
            var validation = new JObject { ["jwksEndpoint"] = jwt.JwksUri, ["issuer"] = jwt.Issuer };
            if (jwt.Audiences.Count > 0)
            {
                validation["additionalClaims"] = new JArray(new JObject { ["name"] = "aud", ["format"] = "single-string", ["values"] = new JArray(jwt.Audiences) });
            }

            annotations.Add(Prefix + "jwt-validation", Json(validation));
        }

        if (authentication.Oidc is { } oidc)
        {
            annotations.Add(Prefix + "auth-type", "oidc");
            annotations.Add(Prefix + "auth-on-unauthenticated-request", "authenticate");
            annotations.Add(Prefix + "auth-idp-oidc", Json(new JObject
            {
                ["issuer"] = oidc.Issuer,
                ["authorizationEndpoint"] = oidc.AuthorizationEndpoint,
                ["tokenEndpoint"] = oidc.TokenEndpoint,
                ["userInfoEndpoint"] = oidc.UserInfoEndpoint,
                ["secretName"] = oidc.Secret,
            }));
        }
    }

    private static string Json(JToken token) => token.ToString(Formatting.None);
}
