using CsCheck;

namespace DncActors.UnitTests.Leads;

public sealed class LeadProperties
{
    [Fact]
    public void Whatever_happens_to_leads_flags_statuses_entries_and_the_index_agree() => LeadStep.Any.Array[1, 40].Sample(
        steps =>
        {
            var story = new LeadStory();
            foreach (var step in steps) story.Live(step);
        },
        iter: 300);
}
