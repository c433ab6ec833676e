"""The data that come with socluster: one folder per dataset, with its CSV tables and a card in plain English."""
