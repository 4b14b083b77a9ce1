using Infra.Core.Naming;
using Infra.Core.Serving;

namespace Infra.Core.Tests.Serving;

public sealed class ModelNamesTests
{
    [Fact]
    public void The_longest_model_still_leaves_room_for_the_name_that_Pulumi_makes_for_its_role()
    {
        var model = new string('m', ModelNames.MaxLength);

        Assert.Equal(NameRules.IamRole.MaxLength, $"{ModelNames.Reader(model)}-role-1a2b3c4".Length);
        // What Kubernetes makes of a Deployment's name for its pods.
        Assert.True($"{model}-5d8f7c9b6d-x2x7q".Length <= NameRules.DnsLabel.MaxLength);
    }

    [Fact]
    public void A_reader_is_named_after_its_model() => Assert.Equal("resnet-reader", ModelNames.Reader("resnet"));

    [Fact]
    public void A_candidate_s_name_is_no_longer_than_a_model_s() => Assert.Equal(
        (34, ModelNames.MaxLength), (ModelNames.MaxLengthWithCandidate, ModelNames.Candidate(new string('m', ModelNames.MaxLengthWithCandidate)).Length));
}
