using DncActors.Host.Dashboard;

namespace DncActors.UnitTests.Host.Dashboard;

public sealed class DashboardTests
{
    [Theory]
    [InlineData("/dashboard/orleans/")]
    [InlineData("/dashboard/orleans/index.min.js")]
    [InlineData("/dashboard/orleans/fonts/{**path}")]
    [InlineData("/dashboard/orleans/DashboardCounters")]
    [InlineData("/dashboard/orleans/HistoricalStats/{*path}")]
    public void What_tells_of_no_contact_is_shown(string pattern) => Assert.True(DashboardExtensions.IsShown(pattern));

    [Theory]
    [InlineData("/dashboard/orleans/GrainState")]
    [InlineData("/dashboard/orleans/Trace")]
    [InlineData("/dashboard/orleans/WhatALaterVersionAdds/{id}")]
    [InlineData("/elsewhere/version")]
    [InlineData(null)]
    public void The_state_of_grains_the_log_and_what_nobody_has_looked_at_are_not(string? pattern) => Assert.False(DashboardExtensions.IsShown(pattern));
}
