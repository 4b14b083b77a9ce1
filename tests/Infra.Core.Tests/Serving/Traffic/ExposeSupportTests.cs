using Infra.Core.Configuration;
using Infra.Core.Serving.Traffic;

namespace Infra.Core.Tests.Serving.Traffic;

/// <summary>Who can do what, and in which words the rest is refused.</summary>
public sealed class ExposeSupportTests
{
    private static readonly ExposeRequest _plain = new() { Host = "models.example.com", Path = new PublicPath("/", null) };

    private static readonly ExposeRequest _encrypted = _plain with { HasTls = true, Certificates = [ExposeFeature.Issuer] };

    [Fact]
    public void The_table() => Assert.Equal(
        """
        gateway: rewrite maxBody idleTimeoutSeconds rateLimit authentication.jwt authentication.oidc authentication.apiKeys authentication.basic grpcHost tls.issuer tls.secret allowedCidrs scheme via
        alb: rewrite idleTimeoutSeconds authentication.jwt authentication.oidc grpcHost tls.certificateArn allowedCidrs scheme via
        autoModeAlb: idleTimeoutSeconds grpcHost tls.certificateArn allowedCidrs scheme via
        ingress: tls.issuer tls.secret annotations
        """,
        string.Join('\n', ExposeVias.All.Select(via => $"{ExposeVias.Name(via)}: {string.Join(' ', Features().Where(feature => ExposeSupport.Has(via, feature)).Select(feature => feature.Key))}")));

    [Fact]
    public void A_load_balancer_names_who_limits_requests() => Assert.Equal(
        """
        m.expose.maxBody: alb can't have a limit of the body's size of its own (AWS WAF can, see traffic.alb.webAclArn); these can: gateway; change via or maxBody
        m.expose.rateLimit: alb can't have a rate limit of its own (AWS WAF can, see traffic.alb.webAclArn); these can: gateway; change via or rateLimit
        m.expose.annotations: alb can't have annotations of one's own; these can: ingress; change via or annotations
        m.expose.tls.issuer: alb can't have a certificate of cert-manager; these can: gateway, ingress; change via or tls.issuer
        m.expose.authentication.apiKeys: alb can't have a check of API keys; these can: gateway; change via or authentication.apiKeys
        m.expose.authentication.basic: alb can't have a check of names and passwords; these can: gateway; change via or authentication.basic
        """,
        Problems(ExposeVia.Alb, _encrypted with { HasMaxBody = true, HasRateLimit = true, HasAnnotations = true, Authentication = [ExposeFeature.ApiKeys, ExposeFeature.Basic] }));

    [Fact]
    public void What_AWS_documents_for_its_controller_alone_is_not_promised_on_Auto_Mode() => Assert.Equal(
        """
        m.expose.rewrite: alb on EKS Auto Mode can't have a path that is rewritten; these can: gateway, alb; change via or rewrite
        m.expose.authentication.jwt: alb on EKS Auto Mode can't have a check of JSON web tokens; these can: gateway, alb; change via or authentication.jwt
        """,
        Problems(ExposeVia.AutoModeAlb, _plain with
        {
            Path = new PublicPath("/a", "/"),
            HasTls = true,
            Certificates = [ExposeFeature.AcmCertificate],
            Authentication = [ExposeFeature.Jwt],
        }));

    [Fact]
    public void An_Ingress_says_nothing_beside_host_path_and_certificate() => Assert.Equal(
        """
        m.expose.rewrite: ingress can't have a path that is rewritten, unless annotations of the class' controller say it; these can: gateway, alb; change via or rewrite
        m.expose.idleTimeoutSeconds: ingress can't have a time limit of silence, unless annotations of the class' controller say it; these can: gateway, alb, alb on EKS Auto Mode; change via or idleTimeoutSeconds
        m.expose.grpcHost: ingress can't have gRPC, unless annotations of the class' controller say it; these can: gateway, alb, alb on EKS Auto Mode; change via or grpcHost
        m.expose.allowedCidrs: ingress can't have a list of networks that may call, unless annotations of the class' controller say it; these can: gateway, alb, alb on EKS Auto Mode; change via or allowedCidrs
        m.expose.scheme: ingress can't have a load balancer that faces the internet, unless annotations of the class' controller say it; these can: gateway, alb, alb on EKS Auto Mode; change via or scheme
        m.expose.tls.certificateArn: ingress can't have a certificate of AWS Certificate Manager; these can: alb, alb on EKS Auto Mode; change via or tls.certificateArn
        """,
        Problems(ExposeVia.Ingress, _plain with
        {
            Path = new PublicPath("/a", "/"),
            IdleTimeoutSeconds = 30,
            GrpcHost = "grpc.example.com",
            Networks = 1,
            IsInternetFacing = true,
            HasTls = true,
            Certificates = [ExposeFeature.AcmCertificate],
        }));

    [Fact]
    public void Everything_at_once_is_the_gateways() => Assert.Equal("", Problems(ExposeVia.Gateway, _encrypted with
    {
        Path = new PublicPath("/a", "/"),
        HasMaxBody = true,
        IdleTimeoutSeconds = 4000,
        HasRateLimit = true,
        GrpcHost = "grpc.example.com",
        Networks = 40,
        IsInternetFacing = true,
        Authentication = [ExposeFeature.Jwt, ExposeFeature.Oidc, ExposeFeature.ApiKeys, ExposeFeature.Basic],
    }));

    [Fact]
    public void A_certificate_comes_from_one_place() => Assert.Equal(
        "m.expose.tls: has not exactly one of certificateArn, issuer and secret; say where the certificate comes from",
        Problems(ExposeVia.Gateway, _plain with { HasTls = true, Certificates = [ExposeFeature.Issuer, ExposeFeature.TlsSecret] }));

    [Fact]
    public void A_host_is_for_REST_or_for_gRPC() => Assert.Equal(
        "m.expose.grpcHost: 'models.example.com' is the host of the REST interface too, and a host is for one of them; name another",
        Problems(ExposeVia.Gateway, _plain with { GrpcHost = "models.example.com" }));

    [Fact]
    public void Nobody_proves_who_he_is_in_the_clear() => Assert.Equal(
        "m.expose.authentication: what callers bring to prove who they are would come unencrypted, for everybody on the way to take; set tls",
        Problems(ExposeVia.Gateway, _plain with { Authentication = [ExposeFeature.ApiKeys] }));

    [Theory]
    [InlineData(0)]
    [InlineData(4001)]
    public void Silence_has_the_range_of_a_load_balancer(int seconds) => Assert.Equal(
        $"m.expose.idleTimeoutSeconds: {seconds} is not between 1 and 4000",
        Problems(ExposeVia.Alb, _plain with { IdleTimeoutSeconds = seconds }));

    [Fact]
    public void A_load_balancer_has_quotas_and_ways_of_its_own() => Assert.Equal(
        """
        m.expose.grpcHost: an Application Load Balancer takes gRPC over HTTPS only; set tls
        m.expose.allowedCidrs: has 3 networks, and a rule of an Application Load Balancer with this path has room for 2; name larger networks, or guard it with AWS WAF (traffic.alb.webAclArn)
        """,
        Problems(ExposeVia.Alb, _plain with { Path = new PublicPath("/a", null), GrpcHost = "grpc.example.com", Networks = 3 }));

    [Fact]
    public void A_load_balancer_signs_people_in_or_checks_tokens() => Assert.Equal(
        """
        m.expose.authentication.oidc: an Application Load Balancer reads no discovery document; set authorizationEndpoint, tokenEndpoint and userInfoEndpoint
        m.expose.authentication.jwt: an Application Load Balancer checks tokens or signs people in, not both; remove one
        """,
        Problems(ExposeVia.Alb, _plain with { HasTls = true, Certificates = [ExposeFeature.AcmCertificate], Authentication = [ExposeFeature.Jwt, ExposeFeature.Oidc] }));

    private static IEnumerable<ExposeFeature> Features() => typeof(ExposeFeature).GetProperties()
        .Where(property => property.PropertyType == typeof(ExposeFeature))
        .OrderBy(property => property.MetadataToken)
        .Select(property => (ExposeFeature)property.GetValue(null)!);

    private static string Problems(ExposeVia via, ExposeRequest request)
    {
        var problems = new ConfigProblems();
        ExposeRequest.Check("m.expose", via, request, problems);
        return string.Join('\n', problems.Render("x").Split('\n').Skip(1).Select(line => line.TrimStart()));
    }
}
