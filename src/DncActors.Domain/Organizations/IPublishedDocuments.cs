namespace DncActors.Domain.Organizations;

/// <summary>The published documents as this node knows them, fed by the log. In a node they are in memory: the answer is there at once.</summary>
public interface IPublishedDocuments
{
    /// <summary>The organization's documents, or null where there is no such organization.</summary>
    ValueTask<OrganizationDocuments?> FindAsync(string organization);
}
