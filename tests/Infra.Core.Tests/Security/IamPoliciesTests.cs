using System.Text.Json.Nodes;
using Infra.Core.Security;

namespace Infra.Core.Tests.Security;

public sealed class IamPoliciesTests
{
    [Theory]
    [InlineData("""{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::models/classifier/*"}""")]
    [InlineData("""{"Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "arn:aws:logs:a:1:log-group:nodes:*"}""")]
    [InlineData("""{"Effect": "Allow", "Action": ["ec2:DescribeImages", "pricing:GetProducts"], "Resource": "*"}""")]
    [InlineData("""{"Effect": "Allow", "Action": "autoscaling:SetDesiredCapacity", "Resource": "*", "Condition": {"StringEquals": {"aws:ResourceTag/owner": "a"}}}""")]
    [InlineData("""{"Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:a:1:q", "Condition": {"ArnEquals": {"aws:SourceArn": "a"}}}""")]
    [InlineData("""{"Effect": "Deny", "Principal": "*", "NotAction": "s3:*", "Resource": "*"}""")]
    [InlineData("""{"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}""")]
    public void What_is_as_narrow_as_AWS_lets_it_be_is_allowed(string statement) => Assert.Empty(Findings(statement));

    [Theory]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::models"}""", "A allows s3:*; name the actions")]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "Action": ["s3:Get*"], "Resource": "arn:aws:s3:::models"}""", "A allows s3:Get*; name the actions")]
    [InlineData("""{"Effect": "Allow", "Action": "kms:*", "Resource": "arn:aws:kms:a:1:key/2"}""", "a statement without Sid allows kms:*; name the actions")]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}""", "A allows s3:GetObject on every resource; name them, or the tags that they have to bear")]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::models", "arn:aws:s3:::*"]}""", "A allows s3:GetObject on every resource; name them, or the tags that they have to bear")]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "Action": "eks:DescribeNodegroup", "Resource": "*", "Condition": {"StringNotEquals": {"aws:ResourceTag/owner": "a"}}}""", "A allows eks:DescribeNodegroup on every resource; name them, or the tags that they have to bear")]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "Action": "ec2:TerminateInstances", "Resource": "*", "Condition": {"StringLike": {"aws:ResourceTag/owner": "*"}}}""", "A allows ec2:TerminateInstances on every resource; name them, or the tags that they have to bear")]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:a:1:q", "Condition": {"ArnLike": {"aws:SourceArn": ["a", "*"]}}}""", "A allows everybody; limit the caller by a condition")]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:a:1:q"}""", "A allows everybody; limit the caller by a condition")]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": "sqs:SendMessage", "Resource": "arn:aws:sqs:a:1:q", "Condition": {"Bool": {"aws:SecureTransport": "true"}}}""", "A allows everybody; limit the caller by a condition")]
    [InlineData("""{"Sid": "A", "Effect": "Allow", "NotResource": "arn:aws:s3:::models", "Action": "s3:GetObject"}""", "A allows by NotResource: everything else, and what AWS adds later")]
    public void What_is_wider_is_found(string statement, string expected) => Assert.Equal([expected], Findings(statement));

    [Fact]
    public void In_a_key_s_policy_the_wildcard_is_the_key()
    {
        var document = Document("""{"Sid": "A", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::1:root"}, "Action": "kms:*", "Resource": "*"}""");

        Assert.Empty(IamPolicies.Findings(document, ofResource: true));
        Assert.Equal(
            ["A allows kms:*; name the actions", "A allows kms:* on every resource; name them, or the tags that they have to bear"],
            IamPolicies.Findings(document, ofResource: false));
    }

    [Fact]
    public void One_statement_may_stand_without_a_list() =>
        Assert.Equal(["A allows s3:*; name the actions"], IamPolicies.Findings((JsonObject)JsonNode.Parse("""{"Statement": {"Sid": "A", "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::a"}}""")!, ofResource: false));

    private static IEnumerable<string> Findings(string statement) => IamPolicies.Findings(Document(statement), ofResource: false);

    private static JsonObject Document(string statement) => new() { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray(JsonNode.Parse(statement)) };
}
