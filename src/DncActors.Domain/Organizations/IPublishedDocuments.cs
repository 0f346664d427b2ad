namespace DncActors.Domain.Organizations;

/// <summary>The published documents as this node knows them: in memory, fed by the log. No call, no wait.</summary>
public interface IPublishedDocuments
{
    /// <summary>The organization's documents, or null where there is no such organization.</summary>
    OrganizationDocuments? Find(string organization);
}
