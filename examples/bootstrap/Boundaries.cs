using Newtonsoft.Json.Linq;

namespace Infra.Bootstrap;

/// <summary>What no deploy role and no role that one makes can do, whatever their policies say.</summary>
public static class Boundaries
{
    /// <summary>The boundary of a deploy role: it reaches no other environment's state and secrets, and changes neither itself nor what limits it.</summary>
    public static string OfDeployment(string account, DeployEnvironment environment, StatePlaces places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var (role, policy) = ($"arn:aws:iam::{account}:role/{Account.Prefix}-deploy-*", $"arn:aws:iam::{account}:policy/{Account.Prefix}-*");
        return Statement.Document(
        [
            .. AllButState("s3:*", "kms:*", "organizations:*", "account:*", "sts:AssumeRole"),
            Statement.AllowElsewhere("OtherBuckets", "s3:*", places.Buckets),
            Statement.AllowElsewhere("OtherKeys", "kms:*", places.Keys),
            .. places.Access(environment),
            Statement.Deny("NoPeople", ["iam:CreateUser", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile", "iam:AddUserToGroup", "iam:AttachUserPolicy", "iam:PutUserPolicy", "iam:AttachGroupPolicy", "iam:PutGroupPolicy"], "*"),
            // Whom a role trusts is said when it is made: who could change it later could open a stronger role, that the program never made, to another account.
            Statement.Deny("NoOtherWayIn", ["iam:DeleteRolePermissionsBoundary", "iam:UpdateAssumeRolePolicy", "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:AddClientIDToOpenIDConnectProvider", "iam:CreateOpenIDConnectProvider", "iam:CreateSAMLProvider", "iam:UpdateSAMLProvider"], "*"),
            Statement.Deny("NotItself", ["iam:Attach*", "iam:Create*", "iam:Delete*", "iam:Detach*", "iam:PassRole", "iam:Put*", "iam:SetDefaultPolicyVersion", "iam:Tag*", "iam:Untag*", "iam:Update*"], role, policy),
        ]);
    }

    /// <summary>The boundary of every role that a deploy role makes, for nodes, controllers and models: no IAM but what Karpenter needs for its nodes, and nothing of the states.</summary>
    public static string OfWorkloads(StatePlaces places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return Statement.Document(
        [
            .. AllButState("s3:*", "kms:*", "iam:*", "organizations:*", "account:*", "sts:AssumeRole"),
            Statement.AllowElsewhere("OtherBuckets", "s3:*", places.Buckets),
            Statement.AllowElsewhere("OtherKeys", "kms:*", places.Keys),
            Statement.Allow(
                "NodesOfKarpenter",
                [
                    "iam:AddRoleToInstanceProfile", "iam:CreateInstanceProfile", "iam:CreateServiceLinkedRole", "iam:DeleteInstanceProfile", "iam:GetInstanceProfile", "iam:GetRole", "iam:ListInstanceProfiles", "iam:ListRoles",
                    "iam:PassRole", "iam:RemoveRoleFromInstanceProfile", "iam:TagInstanceProfile",
                ],
                "*"),
        ]);
    }

    private static IEnumerable<JObject> AllButState(params string[] actions) => [Statement.AllowAllBut("Everything", actions)];
}
