using Infra.Planning.Policies.Subjects;

namespace Infra.Planning.Policies.Security;

/// <summary>Security groups let in whom they know.</summary>
internal sealed class OpenPorts : IPolicyRule
{
    public RuleDescription About { get; } = new(
        "SEC018",
        PolicySeverity.Error,
        "No security group lets the world in, but to HTTP and HTTPS",
        "SSH, a Ray dashboard, a database or NFS that answers the internet is found by scanners within minutes; Ray's dashboard runs any code it is sent.",
        "CVE-2023-48022 (Ray's job API without sign-in); Amazon VPC user guide, \"Security group rules\"");

    public IEnumerable<Verdict> Check(PolicyContext context) =>
    [
        .. from members in context.OfType("aws:ec2/securityGroup:SecurityGroup")
           from rule in members["ingress"].Items
           from verdict in Of(members, rule, rule["cidrBlocks"].Items.Concat(rule["ipv6CidrBlocks"].Items), "protocol")
           select verdict,
        .. from rule in context.OfType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
           from verdict in Of(rule, rule.Inputs, [rule["cidrIpv4"], rule["cidrIpv6"]], "ipProtocol")
           select verdict,
    ];

    private static IEnumerable<Verdict> Of(PolicySubject subject, Field rule, IEnumerable<Field> networks, string protocol) =>
        from network in networks
        from verdict in subject.Judge(network, source => source.Text is "0.0.0.0/0" or "::/0" && !IsWeb(rule, protocol)
            ? $"lets {source.Text} in on {Ports(rule)}; name the networks or the security group"
            : null)
        select verdict;

    private static bool IsWeb(Field rule, string protocol) =>
        rule[protocol].Text == "tcp" && rule["fromPort"].Number is 80 or 443 && rule["toPort"].Number == rule["fromPort"].Number;

    private static string Ports(Field rule) => rule["fromPort"].Text is { } first && rule["toPort"].Text is { } last && (first, last) is not ("0", "0") ? first == last ? $"port {first}" : $"ports {first}-{last}" : "every port";
}
