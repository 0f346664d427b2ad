using DncActors.ConsoleTests.Browser;

namespace DncActors.ConsoleTests.Walk;

[Collection(ConsoleWorld.OneAtATime)]
public sealed class WholeWalkTests(WholeWalk walk) : IClassFixture<WholeWalk>
{
    [Fact]
    public void Nothing_has_a_serious_violation_of_what_axe_knows_in_either_theme() => Nothing(walk.Violations);

    [Fact]
    public void Nothing_is_wider_than_a_phone() => Nothing(walk.WiderThanAPhone);

    [Fact]
    public void Everything_on_every_page_and_in_every_dialog_is_reached_by_the_tab_key_and_seen_when_it_is() => Nothing(walk.OutOfReach);

    static void Nothing(List<string> found) => Assert.True(found.Count == 0, string.Join('\n', found));
}
