namespace Pulumi;

public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}
