using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Permissions by purpose, their ids, and the look-up.</summary>
public class TokenTemplateTests
{
    private const string Groups = """
        [{"id":"z","name":"AI Gateway Write","scopes":["com.cloudflare.api.account.zone"]},
         {"id":"w","name":"AI Gateway Write","scopes":["com.cloudflare.api.account"],"category":"ai_and_machine_learning"},
         {"id":"s","name":"Secrets Store Write","scopes":["com.cloudflare.api.account"]}]
        """;

    [Theory]
    [InlineData(TokenPurpose.Manage, "AI Gateway - Edit", "AI Gateway Write", "[{\"key\":\"aig\",\"type\":\"edit\"}]")]
    [InlineData(TokenPurpose.Read, "AI Gateway - Read", "AI Gateway Read", "[{\"key\":\"aig\",\"type\":\"read\"}]")]
    [InlineData(TokenPurpose.Run, "AI Gateway - Run", "AI Gateway Run", "[{\"key\":\"aig\",\"type\":\"run\"},{\"key\":\"ai\",\"type\":\"read\"}]")]
    [InlineData(TokenPurpose.Keys, "AI Gateway - Edit", "AI Gateway Write", "[{\"key\":\"aig\",\"type\":\"edit\"}]")]
    public void A_purpose_has_its_permissions_and_links(TokenPurpose purpose, string name, string group, string keys)
    {
        AiGatewayTokenTemplate template = TokenTemplates.Of(purpose, Bench.Account, null);
        Assert.Equal((name, group, true), (template.Permissions[0].Name, template.Permissions[0].GroupName, template.Permissions[0].IsRequired));
        Assert.Equal((32, PermissionIdSource.Known), (template.Permissions[0].GroupId!.Length, template.Permissions[0].GroupIdSource));
        Assert.All(template.Permissions, p => Assert.NotEmpty(p.Purpose));
        Assert.StartsWith("https://dash.cloudflare.com/profile/api-tokens?permissionGroupKeys=%5B%7B%22key%22", template.UserTokenUrl, StringComparison.Ordinal);
        Assert.Contains($"={Uri.EscapeDataString(keys)}&accountId={Bench.Account}&zoneId=all&name=AI%20Gateway%20{purpose}", template.UserTokenUrl, StringComparison.Ordinal);
        Assert.Equal($"https://dash.cloudflare.com/?to=/:account/api-tokens&permissionGroupKeys={Uri.EscapeDataString(keys)}&name=AI%20Gateway%20{purpose}", template.AccountTokenUrl);
        Assert.NotEmpty(template.Notes);
    }

    [Fact]
    public void Without_an_account_the_link_is_for_all_and_what_links_cannot_say_is_noted()
    {
        AiGatewayTokenTemplate template = TokenTemplates.Of(TokenPurpose.Keys, null, null);
        Assert.Contains("accountId=%2A&", template.UserTokenUrl, StringComparison.Ordinal);
        Assert.Contains(template.Notes, n => n.Contains("Secrets Store - Edit", StringComparison.Ordinal));
        AiGatewayTokenPermission store = template.Permissions.Single(p => p.GroupName == "Secrets Store Write");
        Assert.Equal(((string?)null, PermissionIdSource.None), (store.GroupId, store.GroupIdSource));
    }

    [Fact]
    public async Task Ids_are_looked_up_by_name_among_those_for_accounts()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Groups));
        IReadOnlyList<PermissionGroup> groups = await bench.Client.PermissionGroups.ListForUserAsync(bench.Call);
        Assert.Equal("/client/v4/user/tokens/permission_groups", Assert.Single(bench.Service.Sent).Address.AbsolutePath);

        AiGatewayTokenTemplate template = TokenTemplates.Of(TokenPurpose.Keys, null, groups);
        Assert.Equal(
            [("w", PermissionIdSource.LookedUp), ("s", PermissionIdSource.LookedUp), (null, PermissionIdSource.None)],
            template.Permissions.Select(p => (p.GroupId, p.GroupIdSource)));
        Assert.Equal(PermissionIdSource.Known, TokenTemplates.Of(TokenPurpose.Run, null, groups).Permissions[0].GroupIdSource);
    }

    [Fact]
    public async Task Most_tokens_may_not_look_and_the_error_says_what_is_missing()
    {
        var bench = new Bench(retries: 0);
        bench.Service.Then(() => Answers.Fail(403, 10000, "Authentication error"));
        AiGatewayException refused = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.PermissionGroups.ListForAccountAsync(Bench.Account, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Forbidden, refused.Kind);
        Assert.Contains("Account API Tokens Read", refused.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal($"/client/v4/accounts/{Bench.Account}/tokens/permission_groups", bench.Service.Sent[0].Address.AbsolutePath);
    }
}
