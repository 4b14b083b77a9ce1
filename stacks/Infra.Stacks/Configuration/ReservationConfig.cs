using Infra.Core.Configuration;

namespace Infra.Stacks.Configuration;

/// <summary>Reserved capacity: exactly one of the two.</summary>
public sealed record ReservationConfig : IConfigRules
{
    /// <summary>Id of an on-demand capacity reservation or of a capacity block: one instance type, one zone. Default: none.</summary>
    [Matches("cr-[0-9a-f]{8,17}", "the id of a capacity reservation or block such as cr-0123456789abcdef0")]
    public string? Id { get; init; }

    /// <summary>
    /// ARN of a resource group of on-demand capacity reservations; launches that find none free there become ordinary ones. Default: none.
    /// </summary>
    [Matches("arn:aws:resource-groups:[a-z0-9-]+:[0-9]{12}:group/.+", "the ARN of a resource group such as arn:aws:resource-groups:us-west-2:123456789012:group/gpus")]
    public string? ResourceGroupArn { get; init; }

    /// <inheritdoc/>
    void IConfigRules.Check(string path, ConfigProblems problems)
    {
        if (Id is null && ResourceGroupArn is null)
        {
            problems.Add(path, "has neither id nor resourceGroupArn; one of them says where instances are launched");
        }
    }
}
